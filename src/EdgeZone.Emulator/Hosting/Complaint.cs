using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Hosting;

/// <summary>The one line on standard error by which the process says why it ends.</summary>
internal static class Complaint
{
    private const string LogLevel = $"{EmulatorSettings.Section}:Logging:Level";

    /// <summary>Prints it.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(string reason, int exitCode)
    {
        try
        {
            var error = Console.Error;
            error.Write("EdgeZone.Emulator: ");
            Unprintable.Write(reason, Unprintable.InText, error);
            error.Write('\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Standard error is closed or full: the exit code has to say it alone.
        }

        return exitCode;
    }

    /// <summary>Prints what an exception says; of a file that cannot be read, it names the file and its first cause says the place.</summary>
    public static int Print(Exception e, int exitCode) =>
        Print(e is InvalidDataException { InnerException: not null } ? $"{e.Message} {e.GetBaseException().Message}" : e.Message, exitCode);

    /// <summary>Prints what kind of exception it was and what it says, and where it came from only to somebody who debugs.</summary>
    public static int PrintUnforeseen(Exception e, string[] args) => Print(
        IsDebugging(args)
            ? $"Unforeseen: {e}"
            : $"Unforeseen: {e.GetType()}: {e.Message} (--{LogLevel}={nameof(LogLevelSetting.Debug)} shows where)",
        ExitCodes.Unforeseen);

    // Read anew, since what failed may have been the reading of settings, or come before it.
    private static bool IsDebugging(string[] args) =>
        nameof(LogLevelSetting.Debug).Equals(ProcessConfiguration.From(args)[LogLevel], StringComparison.OrdinalIgnoreCase);
}
