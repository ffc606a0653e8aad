using System.Net.Sockets;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator;

/// <summary>The emulator as a program of its own: what it says and how it ends when it cannot run.</summary>
internal static class EmulatorProcess
{
    /// <summary>A setting is bad (<c>EX_CONFIG</c>).</summary>
    private const int BadSetting = 78;

    /// <summary>The address is taken or not ours to take (<c>EX_UNAVAILABLE</c>).</summary>
    private const int CannotListen = 69;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = EmulatorHost.Create(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception e) when (e is SettingsException or InvalidDataException or FormatException)
        {
            return Complain(e, BadSetting);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return Complain(e, CannotListen);
        }
    }

    private static int Complain(Exception e, int exitCode)
    {
        Console.Error.WriteLine($"EdgeZone.Emulator: {(e is InvalidDataException { InnerException: { } inner } ? inner.Message : e.Message).ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
