using System.Diagnostics;
using System.Globalization;
using EdgeZone.Emulator.Benchmarks.Reporting;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.UseCases.Instances;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>
/// The engine without any protocol, in a world of a thousand and in one of a million instances. Durations are zero, so each call first
/// plays what the one before it set off: addresses, installation, wipe.
/// </summary>
internal static class EngineSection
{
    private const int Calls = 2000;
    private const int Scans = 3;
    private const int WarmRounds = 5;
    private const int Rounds = 9;
    private const int PageSize = 20;

    private static readonly string[] Rows =
    [
        "CreateInstances(1), ns",
        "TerminateInstances(1), ns",
        "DescribeInstances first page, ns",
        "DescribeInstances page in the middle, ns",
        "DescribeInstances by id, ns",
        "DescribeInstances by name (scans), µs",
    ];

    public static Task RunAsync(BenchmarkOptions options, Report report)
    {
        FilledWorld[] worlds = [FilledWorld.Of(1_000, Calls), FilledWorld.Of(options.Quick ? 100_000 : 1_000_000, Calls)];

        // Both worlds in turn: what disturbs the machine, and what the JIT learns on the way, meets both.
        for (var i = 0; i < WarmRounds; i++)
        {
            _ = worlds.Select(Round).ToArray();
        }

        var rounds = Enumerable.Range(0, Rounds).Select(_ => worlds.Select(Round).ToArray()).ToArray();
        for (var i = 0; i < Rows.Length; i++)
        {
            var figure = i;
            Tell(
                report,
                Rows[i],
                worlds,
                [.. worlds.Select((_, world) => Median.Of(rounds.Select(round => round[world][figure])))],
                i < Rows.Length - 1 ? "ratio near 1" : "");
        }

        Tell(report, "memory per instance, bytes", worlds, [.. worlds.Select(world => world.BytesPerInstance)], "≤ 1024");
        Tell(report, "memory per address applied for, bytes", worlds, [.. worlds.Select(world => world.BytesPerAddress)], "");
        return Task.CompletedTask;
    }

    private static void Tell(Report report, string what, FilledWorld[] worlds, double[] figures, string goal) => report.Add(
        $"engine: {what}, at {Text(worlds[0].Instances)} / {Text(worlds[1].Instances)} instances",
        $"{Text(figures[0])} / {Text(figures[1])}",
        ratio: (figures[1] / figures[0]).ToString("0.00", CultureInfo.InvariantCulture),
        goal: goal);

    private static double[] Round(FilledWorld world)
    {
        var cloud = world.Cloud;
        var middle = world.Instances / 2;
        var created = new InstanceId[Calls];
        return
        [
            Nanoseconds(Calls, call => created[call] = cloud.Execute(new CreateInstances(EngineWorld.AppId, EngineWorld.Order(1))).InstanceIds[0]),
            Nanoseconds(Calls, call => cloud.Execute(new TerminateInstances(EngineWorld.AppId, [created[call]]))),
            Nanoseconds(Calls, _ => Describe(cloud, new InstanceFilter(), 0)),
            Nanoseconds(Calls, _ => Describe(cloud, new InstanceFilter(), middle)),
            Nanoseconds(Calls, _ => Describe(cloud, new InstanceFilter(InstanceIds: [world.SomeId]), 0)),
            Nanoseconds(Scans, _ => Describe(cloud, new InstanceFilter(Name: world.SomeId.ToString()), 0)) / 1000,
        ];
    }

    private static void Describe(EdgeCloud cloud, InstanceFilter filter, long offset) =>
        cloud.Execute(new DescribeInstances(EngineWorld.AppId, filter, new PageWindow(offset, PageSize)));

    private static double Nanoseconds(int calls, Action<int> call)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            call(i);
        }

        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / calls;
    }

    private static string Text(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
