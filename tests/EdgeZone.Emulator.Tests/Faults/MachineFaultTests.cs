using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Faults;

/// <summary>What rules do to the machines of a call, decided when the call runs.</summary>
public class MachineFaultTests
{
    // Network 1 s; of the installation's 20 s power takes 1, pxe 2, image 13 and configure 4.
    private static readonly string[] Durations = ["Clock:Mode=Frozen", "Durations:Network=00:00:01", "Durations:Install=00:00:20", "Durations:Wipe=00:00:10"];

    [Fact]
    public async Task A_machine_that_cannot_be_had_counts_into_FailedCount()
    {
        await using var emulator = await StartAsync(new FaultOutcome { Machine = MachineFault.Unavailable }, index: 2);

        var answer = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 3));

        Assert.Equal((2, 1), (answer.InstanceIds.Count, (int)answer["FailedCount"]!));
        Assert.Equal("machines", (await emulator.Sandbox.ListCallsAsync(new CallFilter { Limit = 1 })).Calls[0].Fault?.What);
        Assert.Equal("faulty", answer.Header("X-Emulator-Fault"));
        await AssertBooksAsync(emulator, bound: 2);
    }

    [Fact]
    public async Task Without_a_machine_that_can_be_had_the_order_is_refused_as_without_stock()
    {
        await using var emulator = await StartAsync(new FaultOutcome { Machine = MachineFault.Unavailable });
        (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 3)))
            .Refused("ResourceInsufficient", "Insufficient resources for BMS5.MEDIUM8 in ap-guangzhou-1");
        await AssertBooksAsync(emulator, bound: 0);
    }

    [Theory]
    [InlineData(Phase.Network, 1, false)]
    [InlineData(Phase.Power, 2, true)]
    [InlineData(Phase.Pxe, 4, true)]
    [InlineData(Phase.Image, 17, true)]
    [InlineData(Phase.Configure, 21, true)]
    public async Task The_second_of_three_fails_at_the_instant_at_which_its_phase_would_have_ended(Phase phase, int seconds, bool hasAddress)
    {
        await using var emulator = await StartAsync(Work(phase, PhaseOutcome.Fails), index: 2);
        var ids = (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 3))).InstanceIds;

        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        Assert.Equal("allocating", await StatusAsync(emulator, ids[1]));
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromTicks(1));
        Assert.Equal("error", await StatusAsync(emulator, ids[1]));
        await emulator.Sandbox.AdvanceUntilAllocatedAsync();

        Assert.Equal("running error running", await StatusesAsync(emulator, ids));
        var failed = (await emulator.CallAsync("DescribeInstances", $$"""{"InstanceIds":["{{ids[1]}}"]}""")).Rows("InstanceSet")[0];
        Assert.Equal(hasAddress, failed["PrivateIp"]!.ToJsonString() is not "\"\"");
        var why = await emulator.Sandbox.GetWhyAsync(ids[1]);
        Assert.Contains(
            why.Chain, link => link.Event is { Kind: "workFaulted", Detail: "by faulty" } decided && decided.Before == Word(phase) && decided.After == "fails");
        Assert.Equal($"Phase {Word(phase)} failed, by faulty", why.Chain[^1].Event?.Detail ?? why.Chain.Last(link => link.Event is not null).Event!.Detail);
        Assert.Equal(Word(phase), why.Chain.Last(link => link.Phase is not null).Phase!.Name);
        await AssertBooksAsync(emulator, bound: 3);
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{ids[1]}}"]}""")).Succeeded();
    }

    [Fact]
    public async Task A_phase_that_hangs_never_ends_and_is_shown_so()
    {
        await using var emulator = await StartAsync(Work(Phase.Image, PhaseOutcome.Hangs), index: 1);
        var ids = (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 2))).InstanceIds;

        await emulator.Sandbox.AdvanceUntilAllocatedAsync();
        await emulator.Sandbox.AdvanceUntilAllocatedAsync(ids[0]);
        Assert.Equal(EmulatorApplication.Start.AddSeconds(21), (await emulator.Sandbox.GetClockAsync()).Now);
        await emulator.Sandbox.AdvanceUntilIdleAsync();
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromDays(300));

        Assert.Equal(("allocating", "running"), (await StatusAsync(emulator, ids[0]), await StatusAsync(emulator, ids[1])));
        var hanging = new HangingWork(ids[0], Phase.Image, EmulatorApplication.Start.AddSeconds(4), "faulty");
        Assert.Equal([hanging], (await emulator.Sandbox.GetTimersAsync()).Hanging);
        Assert.Empty((await emulator.Sandbox.GetTimersAsync()).Timers);
        Assert.Equal([hanging], (await emulator.Sandbox.GetHeldAsync()).Hanging);
        var why = await emulator.Sandbox.GetWhyAsync(ids[0]);
        var phase = why.Chain.Last(link => link.Phase is not null).Phase!;
        Assert.Equal(new HistoryPhase("image", hanging.Since, null, hanging.Since), phase);
        Assert.Null(why.Next);
    }

    [Fact]
    public async Task A_slow_phase_takes_so_many_times_as_long_and_the_others_as_long_as_ever()
    {
        await using var emulator = await StartAsync(Work(Phase.Pxe, PhaseOutcome.Slow, factor: 10), index: 1);
        var ids = (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 2))).InstanceIds;
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(21));
        Assert.Equal(("allocating", "running"), (await StatusAsync(emulator, ids[0]), await StatusAsync(emulator, ids[1])));

        double[] expected = [0, 1, 1, 2, 2, 22, 22, 35, 35, 39];
        Assert.Equal(expected, await PhasesAsync(emulator, ids[0]));
        await emulator.Sandbox.AdvanceUntilAllocatedAsync();
        Assert.Equal(EmulatorApplication.Start.AddSeconds(39), (await emulator.Sandbox.GetClockAsync()).Now);
        Assert.Equal(expected, await PhasesAsync(emulator, ids[0]));
    }

    [Theory]
    [InlineData(PhaseOutcome.Fails, 10, 0)]
    [InlineData(PhaseOutcome.Slow, 30, 1)]
    public async Task A_wipe_fails_and_the_machine_is_out_of_service_or_it_is_slow(PhaseOutcome outcome, int seconds, int machinesBack)
    {
        await using var emulator = await StartAsync(
            Work(Phase.Wipe, outcome, outcome == PhaseOutcome.Slow ? 3 : null), action: "TerminateInstances");
        var ids = (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order())).InstanceIds;
        await emulator.Sandbox.AdvanceUntilIdleAsync();
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{ids[0]}}"]}""")).Succeeded();

        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        Assert.Equal("terminating", await StatusAsync(emulator, ids[0]));
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromTicks(1));

        Assert.Null(await StatusAsync(emulator, ids[0]));
        var stock = await emulator.Sandbox.GetStockAsync(Seeded.Zone, Seeded.Medium);
        Assert.Equal((15 + machinesBack, 15 + machinesBack, 0), (stock.Machines, stock.Free, stock.Wiping));
    }

    [Fact]
    public async Task A_wipe_that_hangs_keeps_the_machine_for_ever()
    {
        await using var emulator = await StartAsync(Work(Phase.Wipe, PhaseOutcome.Hangs), action: "TerminateInstances");
        var ids = (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order())).InstanceIds;
        await emulator.Sandbox.AdvanceUntilIdleAsync();
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{ids[0]}}"]}""")).Succeeded();
        await emulator.Sandbox.AdvanceUntilIdleAsync();
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal("terminating", await StatusAsync(emulator, ids[0]));
        Assert.Equal(Phase.Wipe, (await emulator.Sandbox.GetTimersAsync()).Hanging.Single().Phase);
        Assert.Equal(1, (await emulator.Sandbox.GetStockAsync(Seeded.Zone, Seeded.Medium)).Wiping);
    }

    [Fact]
    public async Task Rules_for_different_machines_of_a_call_all_win_theirs_and_a_later_rule_changes_nothing_under_way()
    {
        await using var emulator = await StartAsync(Work(Phase.Pxe, PhaseOutcome.Fails), index: 1);
        await emulator.Sandbox.AddFaultAsync(Rule("second", Work(Phase.Image, PhaseOutcome.Fails), 2));
        await emulator.Sandbox.AddFaultAsync(Rule("first-again", new FaultOutcome { Machine = MachineFault.Unavailable }, 1));
        await emulator.Sandbox.AddFaultAsync(Rule("refuse", new FaultOutcome { Error = new FaultError("InternalError") }, null));
        var answer = (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 3))).Succeeded();
        Assert.Equal("faulty, second", answer.Header("X-Emulator-Fault"));
        await emulator.Sandbox.ClearFaultsAsync();
        await emulator.Sandbox.AddFaultAsync(Rule("later", Work(Phase.Network, PhaseOutcome.Fails), null));

        await emulator.Sandbox.AdvanceUntilIdleAsync();

        var ids = answer.InstanceIds;
        Assert.Equal("error error running", await StatusesAsync(emulator, ids));
    }

    [Fact]
    public async Task A_snapshot_and_a_fork_take_along_what_goes_wrong_and_go_on_alike()
    {
        await using var emulator = await StartAsync(Work(Phase.Pxe, PhaseOutcome.Fails), index: 1);
        await emulator.Sandbox.AddFaultAsync(Rule("hangs", Work(Phase.Image, PhaseOutcome.Hangs), 2));
        await emulator.Sandbox.AddFaultAsync(Rule("slow", Work(Phase.Image, PhaseOutcome.Slow, 2), 3));
        (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 4))).Succeeded();
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(2));
        var fork = await emulator.Sandbox.ForkAsync();
        await emulator.Control.Sandbox("restored").RestoreAsync(await emulator.Sandbox.GetSnapshotAsync());

        foreach (var name in new[] { "default", fork.Name, "restored" })
        {
            var sandbox = emulator.Control.Sandbox(name);
            await sandbox.AdvanceUntilIdleAsync();
            var state = JsonNode.Parse(await sandbox.GetSnapshotAsync())!;
            Assert.Equal(["error", "allocating", "running", "running"], state["instances"]!.AsArray().Select(instance => (string)instance!["status"]!));
            Assert.Single((await sandbox.GetTimersAsync()).Hanging);
            Assert.Equal(EmulatorApplication.Start.AddSeconds(34), (await sandbox.GetClockAsync()).Now);
        }

        Assert.True((await emulator.Control.ReplayAsync(await emulator.Sandbox.GetJournalAsync())).Identical);
    }

    [Fact]
    public async Task Somebody_else_takes_the_last_machines_just_before_and_gives_them_back_later()
    {
        await using var emulator = await StartAsync(
            new FaultOutcome { Rival = new FaultRival(Machines: 15, Addresses: 3, For: TimeSpan.FromMinutes(10)) }, times: 1);

        var answer = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 3));

        Assert.Equal((1, 2), (answer.InstanceIds.Count, (int)answer["FailedCount"]!));
        var stock = await emulator.Sandbox.GetStockAsync(Seeded.Zone, Seeded.Medium);
        Assert.Equal((16, 0, 1, 15), (stock.Machines, stock.Free, stock.Bound, stock.Rival));
        (await emulator.CallAsync("CreateInstances", EmulatorApplication.Order())).Refused("ResourceInsufficient");
        Assert.Contains((await emulator.Sandbox.GetTimersAsync()).Timers, timer => timer is { Step: "rivalGivesBack", InstanceId: null });
        await emulator.Control.Sandbox("restored").RestoreAsync(await emulator.Sandbox.GetSnapshotAsync());

        foreach (var name in new[] { "default", "restored" })
        {
            var sandbox = emulator.Control.Sandbox(name);
            var moved = await sandbox.AdvanceAsync(TimeSpan.FromMinutes(10));
            Assert.Contains(moved.Events, happened => happened is { Kind: "rivalGaveBack", Subject: Seeded.Zone, Before: "15 machines, 3 addresses" });
            stock = await sandbox.GetStockAsync(Seeded.Zone, Seeded.Medium);
            Assert.Equal((15, 0), (stock.Free, stock.Rival));
        }
    }

    [Fact]
    public async Task A_rival_takes_addresses_before_they_are_applied_for()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Durations);
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        await emulator.Sandbox.AddFaultAsync(new FaultRule
        {
            Match = new FaultMatch { Action = "ApplyPublicIps" },
            When = new FaultTiming { Times = 1 },
            Then = [new FaultOutcome { Rival = new FaultRival(Addresses: 1_000_000, For: TimeSpan.FromMinutes(1), Zone: Seeded.OtherZone) }],
        });

        var apply = $$"""{"NetworkInstanceId":"{{network}}","Count":1,"Type":"ipv4"}""";
        (await emulator.CallAsync("ApplyPublicIps", apply)).Refused("ResourceInsufficient.PublicIpInsufficient");
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await emulator.CallAsync("ApplyPublicIps", apply)).Succeeded();
    }

    private static async Task<EmulatorApplication> StartAsync(FaultOutcome outcome, int? index = null, string action = "CreateInstances", long? times = null)
    {
        var emulator = await EmulatorApplication.StartAsync(Durations);
        await emulator.Sandbox.AddFaultAsync(new FaultRule
        {
            Name = "faulty",
            Match = new FaultMatch { Action = action, Index = index },
            When = new FaultTiming { Times = times },
            Then = [outcome],
        });
        return emulator;
    }

    private static FaultRule Rule(string name, FaultOutcome outcome, int? index) =>
        new() { Name = name, Match = new FaultMatch { Action = "CreateInstances", Index = index }, Then = [outcome] };

    private static FaultOutcome Work(Phase phase, PhaseOutcome outcome, double? factor = null) =>
        new() { Provisioning = new FaultProvisioning(phase, outcome, factor) };

    private static string Word(Phase phase) => phase.ToString().ToLowerInvariant();

    private static async Task<string?> StatusAsync(EmulatorApplication emulator, string id) =>
        (string?)(await emulator.CallAsync("DescribeInstances", $$"""{"InstanceIds":["{{id}}"]}""")).Rows("InstanceSet").SingleOrDefault()?["InstanceStatus"];

    private static async Task<string> StatusesAsync(EmulatorApplication emulator, IReadOnlyList<string> ids)
    {
        var statuses = new List<string?>();
        foreach (var id in ids)
        {
            statuses.Add(await StatusAsync(emulator, id));
        }

        return string.Join(' ', statuses);
    }

    private static async Task<IEnumerable<double>> PhasesAsync(EmulatorApplication emulator, string id) =>
        (await emulator.Sandbox.GetWhyAsync(id)).Chain
            .Where(link => link.Phase is not null)
            .SelectMany(link => new[] { link.Phase!.PlannedBegin, link.Phase.PlannedEnd!.Value })
            .Select(instant => (instant - EmulatorApplication.Start).TotalSeconds);

    private static async Task AssertBooksAsync(EmulatorApplication emulator, int bound)
    {
        var stock = await emulator.Sandbox.GetStockAsync(Seeded.Zone, Seeded.Medium);
        Assert.Equal((16, 16 - bound, bound), (stock.Machines, stock.Free, stock.Bound));
    }
}
