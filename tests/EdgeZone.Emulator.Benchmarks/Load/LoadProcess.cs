using System.Diagnostics;
using System.Globalization;

namespace EdgeZone.Emulator.Benchmarks.Load;

/// <summary>
/// The load as a process of its own: this program started again, so that its garbage and its threads are not the hosts' business, and one
/// round's cannot be the next one's.
/// </summary>
internal static class LoadProcess
{
    /// <summary>Starts the process, waits for its end and reads what it measured.</summary>
    public static LoadResult Start(int port, string action, int connections, TimeSpan duration)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "load", Text(port), action, Text(connections), Text((int)duration.TotalMilliseconds) },
            RedirectStandardOutput = true,
        })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? LoadResult.Parse(line) : throw new InvalidOperationException("The load broke off.");
    }

    public static int Run(string[] args)
    {
        var load = new ClosedLoop(Number(args[1]), args[2], Number(args[3]));
        Console.WriteLine(load.Run(TimeSpan.FromMilliseconds(Number(args[4]))));
        return 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
