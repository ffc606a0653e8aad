using System.Globalization;
using EdgeZone.Emulator.Benchmarks.Hosts;
using EdgeZone.Emulator.Benchmarks.Load;
using EdgeZone.Emulator.Benchmarks.Reporting;
using EdgeZone.Emulator.Benchmarks.Wire;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>Signed calls over HTTP on 32 connections, in rounds that take turns: emulator, bare host, emulator with its log line.</summary>
internal static class HttpSection
{
    private const int Connections = 32;
    private const int Rounds = 7;
    private const int QuickRounds = 3;

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
        using var quiet = RunningHost.Start(pair.Emulator, LoadWorld.Arguments("Warning"));
        using var logging = RunningHost.Start(pair.Emulator, LoadWorld.Arguments("Information"));
        var answers = Record(quiet, logging);
        using var bare = RunningHost.Start(pair.Bare, $"--answers={answers}");
        RunningHost[] hosts = [quiet, bare, logging];
        using var control = new HttpClient();
        foreach (var action in new[] { "CreateInstances", "DescribeInstances" })
        {
            var duration = TimeSpan.FromSeconds(options.Quick ? 1 : 3);
            foreach (var host in hosts)
            {
                LoadProcess.Start(host.Port, action, Connections, TimeSpan.FromSeconds(3));
            }

            var rounds = Enumerable.Range(0, options.Quick ? QuickRounds : Rounds)
                .Select(_ => hosts.Select(host =>
                {
                    if (host != bare && action == "CreateInstances")
                    {
                        LoadWorld.BeginAnew(control, host);
                    }

                    return Round.Of(host, action, Connections, duration);
                }).ToArray())
                .ToArray();
            Tell(report, $"{pair.Kind}: {action}", rounds, 0, action == "CreateInstances" ? "ratio ≥ 1.0" : "");
            Tell(report, $"{pair.Kind}: {action}, log line on", rounds, 2, "");
        }
    }

    private static void Tell(Report report, string what, Round[][] rounds, int emulator, string goal)
    {
        const int Bare = 1;
        report.Compare($"{what}, calls/s", Of(emulator, load => load.PerSecond), Of(Bare, load => load.PerSecond), Ratio(load => load.PerSecond), "0", goal);
        report.Add(
            $"{what}, p50/p99 ms",
            $"{Milliseconds(emulator, load => load.MedianMicroseconds)}/{Milliseconds(emulator, load => load.P99Microseconds)}",
            $"{Milliseconds(Bare, load => load.MedianMicroseconds)}/{Milliseconds(Bare, load => load.P99Microseconds)}");
        var (mine, theirs) = (Cost(emulator), Cost(Bare));
        report.Compare(
            $"{what}, CPU µs/call",
            mine,
            theirs,
            Median.Of(rounds.Select(round => round[emulator].ProcessorMicroseconds / round[Bare].ProcessorMicroseconds)),
            "0.0",
            "");

        double Of(int host, Func<LoadResult, double> pick) => Median.Of(rounds.Select(round => pick(round[host].Load)));
        double Ratio(Func<LoadResult, double> pick) => Median.Of(rounds.Select(round => pick(round[emulator].Load) / pick(round[Bare].Load)));
        double Cost(int host) => Median.Of(rounds.Select(round => round[host].ProcessorMicroseconds));
        string Milliseconds(int host, Func<LoadResult, double> pick) => (Of(host, pick) / 1000).ToString("0.0", CultureInfo.InvariantCulture);
    }

    /// <summary>Gives both emulators a full page to show, and the bare host the very bytes that they answer.</summary>
    private static string Record(params RunningHost[] emulators)
    {
        var folder = Repository.Folder("http");
        foreach (var emulator in emulators)
        {
            using var connection = new RawConnection(emulator.Port);
            File.WriteAllBytes(Path.Combine(folder, "CreateInstances.json"), connection.Call(SignedCall.CreateInstances(1)));
            connection.Call(SignedCall.CreateInstances(LoadWorld.Instances));
            File.WriteAllBytes(Path.Combine(folder, "DescribeInstances.json"), connection.Call(SignedCall.DescribeInstances()));
        }

        return folder;
    }
}
