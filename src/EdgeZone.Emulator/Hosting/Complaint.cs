namespace EdgeZone.Emulator.Hosting;

/// <summary>The one line on standard error by which the process says why it ends.</summary>
internal static class Complaint
{
    /// <summary>Prints it.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(string reason, int exitCode)
    {
        Console.Error.WriteLine($"EdgeZone.Emulator: {reason.ReplaceLineEndings(" ")}");
        return exitCode;
    }

    /// <summary>Prints what an exception says; of a file that cannot be read, it names the file and its first cause says the place.</summary>
    public static int Print(Exception e, int exitCode) =>
        Print(e is InvalidDataException { InnerException: not null } ? $"{e.Message} {e.GetBaseException().Message}" : e.Message, exitCode);
}
