using System.Diagnostics;
using System.Globalization;
using EdgeZone.Emulator.Benchmarks.Reporting;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.UseCases.Faults;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>What it costs a call that fault rules are asked about it: without any, and with a hundred of which none concerns it.</summary>
internal static class FaultFigures
{
    private const int Calls = 200_000;
    private const int Rounds = 9;
    private const int Rules = 100;

    private static readonly CallFacts Call = new(FaultActions.Order, EngineWorld.AppId, "ap-guangzhou", "ap-guangzhou-1", "BMS5.MEDIUM8", "web-1", 1);

    public static void Tell(Report report)
    {
        var without = EngineWorld.Create(EngineWorld.Seed(1, 1));
        var with = EngineWorld.Create(EngineWorld.Seed(1, 1));
        for (var i = 0; i < Rules; i++)
        {
            with.Execute(new AddFault(new FaultRule(
                "", new FaultMatch(FaultActions.Order, InstanceName: $"db-{i}-*"), new FaultTiming(), [new FaultOutcome { Drop = DroppedPart.Answer }])));
        }

        Add(report, "no rules", without, "≤ 10");
        Add(report, $"{Rules} rules that do not match", with, "≤ 2,000");
    }

    private static void Add(Report report, string what, EdgeCloud cloud, string goal) => report.Add(
        $"engine: fault rules asked about a call, {what}, ns",
        Median.Of(Enumerable.Range(0, Rounds).Select(_ => Nanoseconds(cloud))).ToString("#,0.0", CultureInfo.InvariantCulture),
        goal: goal);

    private static double Nanoseconds(EdgeCloud cloud)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Calls; i++)
        {
            if (cloud.MayStrike(Call.Action) && cloud.MayStrike(Call))
            {
                cloud.Perform(new JudgeCall(Call), 1);
            }
        }

        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / Calls;
    }
}
