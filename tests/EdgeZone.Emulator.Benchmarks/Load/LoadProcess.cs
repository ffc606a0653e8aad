using System.Diagnostics;
using System.Globalization;
using EdgeZone.Emulator.Benchmarks.Wire;

namespace EdgeZone.Emulator.Benchmarks.Load;

/// <summary>
/// The load as a process of its own: this program started again, so that its garbage and its threads are not the hosts' business, and one
/// round's cannot be the next one's.
/// </summary>
internal static class LoadProcess
{
    /// <summary>Starts the process, waits for its end and reads what it measured.</summary>
    /// <param name="port">Where the host listens.</param>
    /// <param name="calls">Name of an action, or of <see cref="Turnover"/>.</param>
    /// <param name="connections">How many.</param>
    /// <param name="duration">For how long.</param>
    public static LoadResult Start(int port, string calls, int connections, TimeSpan duration)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "load", Text(port), calls, Text(connections), Text((int)duration.TotalMilliseconds) },
            RedirectStandardOutput = true,
        })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? LoadResult.Parse(line) : throw new InvalidOperationException("The load broke off.");
    }

    public static int Run(string[] args)
    {
        ICallSource calls = args[2] switch
        {
            nameof(Turnover) => new Turnover(),
            "CreateInstances" => new RepeatedCall(SignedCall.CreateInstances(1)),
            _ => new RepeatedCall(SignedCall.DescribeInstances()),
        };
        var load = new ClosedLoop(Number(args[1]), calls, Number(args[3]));
        Console.WriteLine(load.Run(TimeSpan.FromMilliseconds(Number(args[4]))));
        return 0;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
