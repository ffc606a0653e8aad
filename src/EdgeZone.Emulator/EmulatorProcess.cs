using System.Net.Sockets;
using System.Runtime.InteropServices;
using EdgeZone.Emulator.Hosting;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Connections;

namespace EdgeZone.Emulator;

/// <summary>The emulator as a program of its own: what it says and how it ends when it cannot run.</summary>
internal static class EmulatorProcess
{
    // Never disposed of: a signal may come at any time.
    private static readonly CancellationTokenSource Stopping = new();

    // Nor are these: a signal that comes while the process is ending is no reason to end it the hard way.
    private static readonly List<PosixSignalRegistration> Signals = [];

    /// <param name="args">The command line.</param>
    /// <param name="configure">What is changed before the application is built.</param>
    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        FirstCall.Prepare();
        // The host hears signals only once it is built; until then they would end the process the hard way.
        Signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop));
        Signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop));
        try
        {
            return await CreateAndServeAsync(args, configure);
        }
        catch (Exception e)
        {
            return Complaint.PrintUnforeseen(e, args);
        }
    }

    private static async Task<int> CreateAndServeAsync(string[] args, Action<WebApplicationBuilder>? configure)
    {
        WebApplication app;
        try
        {
            app = await StoppableStart.RunAsync(() => EmulatorHost.Create(args, configure), Stopping.Token);
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            return ExitCodes.Success;
        }
        catch (UnavailableAddressException e)
        {
            return Complaint.Print(e, ExitCodes.CannotListen);
        }
        catch (Exception e) when (e is SettingsException or InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            return Complaint.Print(e, ExitCodes.BadSetting);
        }

        await using (app)
        {
            return await ServeAsync(app);
        }
    }

    private static async Task<int> ServeAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync(Stopping.Token);
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested || app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return ExitCodes.Success;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return Complaint.Print(app.Services.GetRequiredService<Listeners>().WithRealSchemes(e.Message), ExitCodes.CannotListen);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            var addresses = string.Join(", ", ListenAddresses.From(app.Configuration));
            return Complaint.Print($"Cannot listen on {addresses}: {e.GetBaseException().Message}.", ExitCodes.CannotListen);
        }
        catch (InvalidOperationException e)
        {
            // What the server refuses of its own section of the settings.
            return Complaint.Print(e, ExitCodes.BadSetting);
        }

        _ = StartGarbage.CollectLaterAsync(Stopping.Token);
        await app.WaitForShutdownAsync(Stopping.Token);
        return ExitCodes.Success;
    }

    private static void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        Stopping.Cancel();
    }
}
