using System.CommandLine;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Certificates;
using EdgeZone.Emulator.ControlPlane;
using EdgeZone.Emulator.Hosting;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.CommandLine;

/// <summary>
/// <c>EdgeZone.Emulator ca</c>: what a client has to trust. A kept authority is read from its directory, and made there if there is none, so that
/// it can be trusted before the first start; otherwise the emulator that runs is asked.
/// </summary>
internal static class CaCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create(string[] settings)
    {
        var file = new Option<string>("--out") { HelpName = "file", Description = "Where to write it; without a file it is printed." };
        var command = new Command("ca", "Prints the certificate that clients have to trust for HTTPS and the proxy, as PEM.") { file };
        command.SetAction((parsed, cancellation) => RunAsync(settings, parsed.GetValue(file), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, string? file, CancellationToken cancellation)
    {
        try
        {
            var configuration = ProcessConfiguration.From(settings);
            var https = SettingsReader.Read(configuration, SupportedActions.All.Select(action => action.Name)).Https;
            if (https.Certificate is not null)
            {
                throw new SettingsException("Emulator:Https:Certificate: is a certificate of your own, whose root is not the emulator's to give.");
            }

            var pem = https.Directory is { } directory
                ? KeptAuthority.Open(directory, DateTimeOffset.UtcNow).Pem
                : await AskAsync(RunningEmulator.Address(configuration) + ControlPaths.AuthorityCertificate, cancellation);
            return await WriteAsync(pem, file, cancellation);
        }
        catch (Exception e) when (e is SettingsException or InvalidDataException)
        {
            return Complaint.Print(e, ExitCodes.BadSetting);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return Complaint.Print($"No emulator runs there: {e.Message}", ExitCodes.Unreachable);
        }
    }

    private static async Task<string> AskAsync(string url, CancellationToken cancellation)
    {
        using var client = RunningEmulator.CreateClient(Patience);
        return await client.GetStringAsync(new Uri(url), cancellation);
    }

    private static async Task<int> WriteAsync(string pem, string? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            await Console.Out.WriteAsync(pem.AsMemory(), cancellation);
            return ExitCodes.Success;
        }

        try
        {
            await File.WriteAllTextAsync(file, pem, cancellation);
            return ExitCodes.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Complaint.Print($"'{file}' cannot be written: {e.Message}", ExitCodes.CannotWrite);
        }
    }
}
