using EdgeZone.Emulator.Benchmarks.Hosts;
using EdgeZone.Emulator.Benchmarks.Reporting;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>From the start of the process to the first answered CreateInstances, with every setting at its default.</summary>
internal static class StartSection
{
    public static Task RunAsync(BenchmarkOptions options, IReadOnlyList<HostPair> pairs, Report report)
    {
        foreach (var pair in pairs)
        {
            var rounds = new List<(Start Emulator, Start Bare)>();
            for (var i = 0; i < (options.Quick ? 3 : 11); i++)
            {
                rounds.Add((Start.Of(pair.Emulator), Start.Of(pair.Bare)));
            }

            Tell(report, $"{pair.Kind}: start to first answer, ms", rounds, start => start.Elapsed, pair.IsNative ? "≤ 100 ms, ratio ≤ 2" : "ratio ≤ 1.6");
            Tell(report, $"{pair.Kind}: start to first answer, CPU ms", rounds, start => start.Processor, "");
        }

        return Task.CompletedTask;
    }

    private static void Tell(Report report, string what, List<(Start Emulator, Start Bare)> rounds, Func<Start, double> pick, string goal) => report.Compare(
        what,
        Median.Of(rounds.Select(round => pick(round.Emulator))),
        Median.Of(rounds.Select(round => pick(round.Bare))),
        Median.Of(rounds.Select(round => pick(round.Emulator) / pick(round.Bare))),
        "0",
        goal);

    /// <param name="Elapsed">By the clock on the wall, in milliseconds.</param>
    /// <param name="Processor">On the processors: the steadier figure while others keep the machine busy.</param>
    private readonly record struct Start(double Elapsed, double Processor)
    {
        public static Start Of(string executable)
        {
            using var host = RunningHost.Start(executable);
            return new Start(host.FirstAnswer.TotalMilliseconds, host.ProcessorTime().TotalMilliseconds);
        }
    }
}
