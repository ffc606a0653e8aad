using System.Diagnostics;
using System.Globalization;
using EdgeZone.Emulator.Benchmarks.Reporting;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.UseCases.Instances;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Seed;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>What whole sandboxes cost: a fresh one, a fork, and what the calls of a life allocate.</summary>
internal static class WorldSection
{
    private const int FreshOnes = 500;
    private const int Forks = 9;
    private const int Lives = 20_000;

    public static Task RunAsync(BenchmarkOptions options, Report report)
    {
        TellFresh(report);
        foreach (var instances in options.Quick ? [10_000, 100_000] : new[] { 10_000, 1_000_000 })
        {
            TellForks(report, FilledWorld.Of(instances, spare: 0));
        }

        TellLife(report);
        return Task.CompletedTask;
    }

    private static void TellFresh(Report report)
    {
        var seed = SeedLoader.Load(new EmulatorSettings());
        EdgeCloud Fresh(int number) => new($"sandbox-{number}", seed, new WorldOptions(), [EngineWorld.AppId], TimeProvider.System);

        _ = Enumerable.Range(0, FreshOnes).Select(Fresh).ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var made = Enumerable.Range(0, FreshOnes).Select(Fresh).ToArray();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var kibibytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / FreshOnes;
        GC.KeepAlive(made);
        report.Add("a fresh sandbox, µs / KiB", $"{Text(elapsed.TotalMicroseconds / FreshOnes)} / {Text(kibibytes)}", goal: "≤ 50 µs, ≤ 25 KiB");
    }

    private static void TellForks(Report report, FilledWorld world)
    {
        var milliseconds = new List<double>();
        for (var i = 0; i < Forks; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var fork = new EdgeCloud("fork", world.Cloud.Save(), TimeProvider.System);
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            GC.KeepAlive(fork);
        }

        report.Add(
            $"a fork of {Text(world.Instances)} instances, ms",
            Median.Of(milliseconds).ToString("0.00", CultureInfo.InvariantCulture),
            goal: world.Instances > 10_000 ? "≤ 20 ms" : "≤ 5 ms");
    }

    /// <summary>Each instance is created, gets its addresses and its system, is given back and wiped, by the next calls.</summary>
    private static void TellLife(Report report)
    {
        var cloud = EngineWorld.Create(EngineWorld.Seed(Lives, spare: 0));
        void Live() => cloud.Execute(new TerminateInstances(
            EngineWorld.AppId, cloud.Execute(new CreateInstances(EngineWorld.AppId, EngineWorld.Order(1))).InstanceIds));

        for (var i = 0; i < Lives; i++)
        {
            Live();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Lives; i++)
        {
            Live();
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Lives;
        report.Add("allocated by a whole life: CreateInstances, three steps, TerminateInstances, bytes", Text(bytes));
    }

    private static string Text(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
