using System.Globalization;
using EdgeZone.Emulator.Benchmarks.Hosts;
using EdgeZone.Emulator.Benchmarks.Load;
using EdgeZone.Emulator.Benchmarks.Reporting;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>
/// One world that lives through it all, beside the bare host: signed CreateInstances from the first to the millionth instance, each of which gets its
/// addresses and its system meanwhile, then instances that come and go on top of those.
/// </summary>
internal static class LifeSection
{
    private const int Connections = 32;
    private const int Million = 1_000_000;
    private const int QuickMillion = 100_000;
    private const int Spare = 1_500_000;
    private const int Turns = 5;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(4);

    public static Task RunAsync(BenchmarkOptions options, IReadOnlyList<HostPair> pairs, Report report)
    {
        foreach (var pair in pairs)
        {
            Measure(options, pair, report);
        }

        return Task.CompletedTask;
    }

    private static void Measure(BenchmarkOptions options, HostPair pair, Report report)
    {
        var instances = options.Quick ? QuickMillion : Million;
        using var emulator = RunningHost.Start(pair.Emulator, LoadWorld.Arguments("Warning"));
        using var bare = RunningHost.Start(pair.Bare);
        LoadWorld.SetStock(emulator, instances + Spare);
        LoadWorld.ApplyFor(emulator, instances + Spare);
        WarmUp(emulator, bare);
        var before = emulator.ResidentMiB();
        List<(LoadResult Mine, LoadResult Theirs)> slices = [];
        for (var created = 0L; created < instances; created += slices[^1].Mine.Calls)
        {
            slices.Add(Both(emulator, bare, "CreateInstances", Slice));
        }

        Thread.Sleep(Rest);
        var grown = (emulator.ResidentMiB() - before) * 1024 * 1024 / slices.Sum(slice => slice.Mine.Calls);
        Tell(report, $"{pair.Kind}, life on: CreateInstances to {Text(instances)} instances", slices, "ratio ≥ 0.95, p99 ≤ 5 ms");
        report.Add(
            $"{pair.Kind}, life on: the same, p99 of the first and of the last slice, ms",
            $"{P99(slices[0].Mine)} / {P99(slices[^1].Mine)}",
            $"{P99(slices[0].Theirs)} / {P99(slices[^1].Theirs)}");
        report.Add(
            $"{pair.Kind}, life on: resident memory, MiB, and what an instance added, bytes",
            $"{Text(emulator.ResidentMiB())} / {Text(grown)}",
            Text(bare.ResidentMiB()));

        var turns = Enumerable.Range(0, options.Quick ? 1 : Turns).Select(_ => Both(emulator, bare, nameof(Turnover), Turn)).ToList();
        Tell(report, $"{pair.Kind}, life on: CreateInstances and TerminateInstances on top", turns, "ratio ≥ 0.95, p99 ≤ 5 ms");
    }

    private static void WarmUp(RunningHost emulator, RunningHost bare)
    {
        foreach (var host in new[] { emulator, bare })
        {
            LoadProcess.Start(host.Port, "CreateInstances", Connections, Slice);
        }
    }

    private static (LoadResult Mine, LoadResult Theirs) Both(RunningHost emulator, RunningHost bare, string calls, TimeSpan duration) =>
        (LoadProcess.Start(emulator.Port, calls, Connections, duration), LoadProcess.Start(bare.Port, calls, Connections, duration));

    private static void Tell(Report report, string what, List<(LoadResult Mine, LoadResult Theirs)> rounds, string goal)
    {
        double Of(Func<LoadResult, double> pick, bool mine) => Median.Of(rounds.Select(round => pick(mine ? round.Mine : round.Theirs)));
        string Latency(bool mine) => string.Create(
            CultureInfo.InvariantCulture,
            $"{Of(load => load.MedianMicroseconds, mine) / 1000:0.0}/{Of(load => load.P99Microseconds, mine) / 1000:0.0}");

        report.Compare(
            $"{what}, calls/s",
            Of(load => load.PerSecond, mine: true),
            Of(load => load.PerSecond, mine: false),
            Median.Of(rounds.Select(round => round.Mine.PerSecond / round.Theirs.PerSecond)),
            "0",
            goal);
        report.Add($"{what}, p50/p99 ms", Latency(mine: true), Latency(mine: false));
    }

    private static string P99(LoadResult load) => (load.P99Microseconds / 1000).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
