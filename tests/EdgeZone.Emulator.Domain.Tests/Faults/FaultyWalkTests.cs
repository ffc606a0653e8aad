using CsCheck;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Tests.Walks;
using EdgeZone.Emulator.Domain.UseCases.Faults;
using EdgeZone.Emulator.Domain.UseCases.Instances;
using FaultOutcome = EdgeZone.Emulator.Domain.Faults.FaultOutcome;

namespace EdgeZone.Emulator.Domain.Tests.Faults;

/// <summary>Walks in which machines cannot be had, fail, hang and dawdle, and somebody else is faster.</summary>
public class FaultyWalkTests
{
    private static readonly Gen<FaultOutcome> Outcome = Gen.OneOf(
        Gen.Const(new FaultOutcome { Machine = MachineFault.Unavailable }),
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], (phase, outcome) => Work((ProvisioningPhase)phase, (PhaseOutcome)outcome)),
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[1, 20], (machines, addresses, seconds) =>
            new FaultOutcome { Rival = new RivalFault(machines + 1, addresses, seconds == 20 ? null : TimeSpan.FromSeconds(seconds)) }));

    private static readonly Gen<FaultRule> Orders = Gen.Select(Outcome, Gen.Int[0, 3], Gen.Int[1, 4], (outcome, index, chance) => new FaultRule(
        "",
        new FaultMatch(FaultActions.Order, Index: index == 0 || outcome.Rival is not null ? null : index),
        new FaultTiming(Chance: chance / 4.0),
        [outcome]));

    private static readonly Gen<FaultRule> Wipes = Gen.Int[0, 2].Select(outcome => new FaultRule(
        "", new FaultMatch(FaultActions.GiveBack), new FaultTiming(Every: 2), [Work(ProvisioningPhase.Wipe, (PhaseOutcome)outcome)]));

    private static readonly Gen<FaultRule[]> Rules = Gen.Frequency((3, Orders), (1, Wipes)).Array[1, 6];

    [Fact]
    public void Whatever_goes_wrong_the_books_balance() => Gen.Select(Rules, Step.Walk).Sample(
        (rules, steps) =>
        {
            var world = Faulty(rules);
            var walker = new Walker(world);
            foreach (var step in steps)
            {
                Take(world, walker, step);
                AssertBooks(world.Cloud);
            }
        },
        iter: 150);

    [Fact]
    public void A_restored_or_forked_sandbox_goes_on_to_fail_as_the_original_does() => Gen.Select(Rules, Gen.Bool, Step.Walk, Step.Walk).Sample(
        (rules, isFork, before, after) =>
        {
            var world = Faulty(rules);
            var walker = new Walker(world);
            Array.ForEach(before, step => Take(world, walker, step));

            var second = isFork ? world.Forked() : world.Restored();
            var secondWalker = new Walker(second, walker);

            Assert.Equal(after.Select(step => Take(world, walker, step)).ToArray(), after.Select(step => Take(second, secondWalker, step)).ToArray());
            Assert.Equal(Text(world.Cloud), Text(second.Cloud));
        },
        iter: 200);

    [Fact]
    public void Time_comes_to_an_end_of_what_is_due_and_only_what_hangs_is_left_allocating() => Gen.Select(Rules, Step.Walk).Sample(
        (rules, steps) =>
        {
            var world = Faulty(rules);
            var walker = new Walker(world);
            Array.ForEach(steps, step => Take(world, walker, step));

            world.Cloud.Advance(AdvanceTarget.UntilNoneAllocating);
            world.Cloud.Advance(AdvanceTarget.UntilIdle);

            var state = world.Cloud.Save();
            Assert.Empty(state.Pending);
            Assert.Equal(
                state.Instances.Where(instance => instance.Status is InstanceStatus.Allocating or InstanceStatus.Terminating).Select(instance => instance.InstanceId),
                (state.Faults?.Work ?? []).Where(work => work.Fault.Hangs).Select(work => work.InstanceId));
        },
        iter: 100);

    private static FaultOutcome Work(ProvisioningPhase phase, PhaseOutcome outcome) =>
        new() { Provisioning = new ProvisioningFault(phase, outcome, outcome == PhaseOutcome.Slow ? 3 : null) };

    private static World Faulty(FaultRule[] rules)
    {
        var world = new World();
        foreach (var rule in rules)
        {
            world.Cloud.Execute(new AddFault(rule));
        }

        return world;
    }

    /// <summary>As a sandbox does: the rules judge a call under its number before it is carried out.</summary>
    private static string Take(World world, Walker walker, Step step)
    {
        var (cloud, account) = (world.Cloud, Walker.Pick(Walker.Accounts, step.A));
        switch (step.Call)
        {
            case Call.CreateInstances:
                var order = walker.OrderOf(step);
                var number = cloud.TakeNumber();
                cloud.Perform(new JudgeCall(new CallFacts(FaultActions.Order, account, "ap-guangzhou", order.Zone.ToString(), order.InstanceType, order.Name, order.Count)), number);
                var made = cloud.Perform(new CreateInstances(account, order), number);
                walker.InstanceIds.AddRange(made.Result?.InstanceIds ?? []);
                return made.Refusal is EdgeZoneException refusal ? refusal.Code : $"{string.Join(',', made.Result!.InstanceIds)} {made.Result.FailedCount}";
            case Call.TerminateInstances:
                var ids = walker.TerminatedBy(step);
                number = cloud.TakeNumber();
                cloud.Perform(new JudgeCall(new CallFacts(FaultActions.GiveBack, account, "ap-guangzhou", null, null, null, ids.Count)), number);
                var given = cloud.Perform(new TerminateInstances(account, ids), number);
                return given.Refusal is EdgeZoneException no ? no.Code : string.Join(',', given.Result!.Accepted);
            default:
                return walker.Take(step);
        }
    }

    private static void AssertBooks(EdgeCloud cloud)
    {
        var state = cloud.Save();
        foreach (var stock in new Snapshot(cloud).Stocks)
        {
            var instances = state.Instances.Where(instance => instance.Zone == stock.Zone && instance.InstanceType == stock.InstanceType).ToList();
            var rivals = (state.Faults?.Rivals ?? []).Where(rival => rival.Zone == stock.Zone && rival.InstanceType == stock.InstanceType);
            Assert.Equal(stock.Machines, stock.Free + stock.Bound + stock.Wiping + stock.Rival);
            Assert.Equal(stock.Wiping, instances.Count(instance => instance.Status == InstanceStatus.Terminating));
            Assert.Equal(stock.Bound, instances.Count(instance => instance.Status != InstanceStatus.Terminating));
            Assert.Equal(stock.Rival, rivals.Sum(rival => rival.NeverBound + rival.Returned.Count));
        }
    }

    private static string Text(EdgeCloud cloud)
    {
        var faults = cloud.Save().Faults;
        return $"""
            {new Snapshot(cloud)}
            {string.Join('\n', (faults?.Rules ?? []).Select(rule => $"{rule.Rule.Id} {rule.Counts.Hits} {rule.Counts.Fired} {string.Join(',', rule.Counts.Calls)}"))}
            {string.Join('\n', faults?.Work ?? [])}
            {string.Join('\n', (faults?.Rivals ?? []).Select(rival => $"{rival.Zone} {rival.InstanceType} {rival.Due} {rival.NeverBound} {string.Join(',', rival.Returned.Concat(rival.Addresses))}"))}
            """;
    }
}
