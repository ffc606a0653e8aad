using System.Globalization;
using EdgeZone.Emulator.Benchmarks.Hosts;
using EdgeZone.Emulator.Benchmarks.Load;
using EdgeZone.Emulator.Benchmarks.Reporting;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>Signed CreateInstances on 32 connections, kept on disk and in memory in turn; what stands for the bare host is the emulator in memory.</summary>
internal static class KeptSection
{
    private const string Action = "CreateInstances";
    private const int Connections = 32;
    private const int Rounds = 5;
    private const int QuickRounds = 2;

    public static Task RunAsync(BenchmarkOptions options, IReadOnlyList<HostPair> pairs, Report report)
    {
        foreach (var pair in pairs)
        {
            var directory = Directory.CreateTempSubdirectory("edgezone-");
            try
            {
                Measure(options, pair, directory.FullName, report);
            }
            finally
            {
                directory.Delete(recursive: true);
            }
        }

        return Task.CompletedTask;
    }

    private static void Measure(BenchmarkOptions options, HostPair pair, string directory, Report report)
    {
        var arguments = LoadWorld.Arguments("Warning");
        using var kept = RunningHost.Start(pair.Emulator, [.. arguments, $"--Emulator:Storage:Directory={directory}"]);
        using var inMemory = RunningHost.Start(pair.Emulator, arguments);
        using var control = new HttpClient();
        var duration = TimeSpan.FromSeconds(options.Quick ? 1 : 5);
        foreach (var host in (RunningHost[])[kept, inMemory])
        {
            LoadProcess.Start(host.Port, Action, Connections, TimeSpan.FromSeconds(3));
        }

        var rounds = Enumerable.Range(0, options.Quick ? QuickRounds : Rounds)
            .Select(_ => (Kept: Run(control, kept, duration), InMemory: Run(control, inMemory, duration)))
            .ToArray();
        var what = $"{pair.Kind}: {Action}, kept on disk / in memory";
        Compare("calls/s", round => round.Load.PerSecond, "0", "ratio ≥ 0.5");
        Compare("CPU µs/call", round => round.ProcessorMicroseconds, "0.0", "");
        report.Add($"{what}, p50/p99 ms", Latency(round => round.Kept), Latency(round => round.InMemory));

        void Compare(string unit, Func<Round, double> pick, string format, string goal) => report.Compare(
            $"{what}, {unit}",
            Median.Of(rounds.Select(round => pick(round.Kept))),
            Median.Of(rounds.Select(round => pick(round.InMemory))),
            Median.Of(rounds.Select(round => pick(round.Kept) / pick(round.InMemory))),
            format,
            goal);

        string Latency(Func<(Round Kept, Round InMemory), Round> host) =>
            $"{Milliseconds(round => host(round).Load.MedianMicroseconds)}/{Milliseconds(round => host(round).Load.P99Microseconds)}";

        string Milliseconds(Func<(Round Kept, Round InMemory), double> pick) =>
            (Median.Of(rounds.Select(pick)) / 1000).ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static Round Run(HttpClient control, RunningHost host, TimeSpan duration)
    {
        LoadWorld.BeginAnew(control, host);
        return Round.Of(host, Action, Connections, duration);
    }
}
