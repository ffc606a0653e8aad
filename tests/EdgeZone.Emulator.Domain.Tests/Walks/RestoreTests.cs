using CsCheck;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.Worlds;
using Microsoft.Extensions.Time.Testing;

namespace EdgeZone.Emulator.Domain.Tests.Walks;

/// <summary>A sandbox can be written down at any moment, and another one goes on from there.</summary>
public class RestoreTests
{
    private static readonly Gen<TimeSpan> PerDescribe = Gen.Int[0, 2].Select(tenths => TimeSpan.FromSeconds(tenths / 10.0));

    private static readonly Gen<WorldOptions> Options = Gen.Select(Gen.Bool, Gen.Int[0, 2], (isRealistic, clock) => new WorldOptions
    {
        Durations = isRealistic ? ProvisioningDurations.Realistic : ProvisioningDurations.Fast,
        ClockMode = (ClockMode)clock,
        ClockRate = (ClockMode)clock == ClockMode.Scaled ? 7 : null,
    });

    [Fact]
    public void A_restored_or_forked_sandbox_answers_every_further_walk_as_the_original_does() =>
        Gen.Select(Options, PerDescribe, Gen.Bool, Step.Walk, Step.Walk).Sample(
            (options, perDescribe, isFork, before, after) =>
            {
                var world = new World(options: options);
                world.Cloud.SetClock(null, null, perDescribe);
                var walker = new Walker(world);
                Take(walker, before);

                var restored = isFork ? world.Forked() : world.Restored();
                var second = new Walker(restored, walker);

                Assert.Equal(Take(walker, after), Take(second, after));
                Assert.Equal(new Snapshot(world.Cloud).ToString(), new Snapshot(restored.Cloud).ToString());
                Assert.Equal(Text(world.Cloud.Save()), Text(restored.Cloud.Save()));
            },
            iter: 400);

    [Fact]
    public void What_was_written_down_stays_as_it_was_however_its_sandbox_and_its_forks_go_on() => Gen.Select(Step.Walk, Step.Walk, Step.Walk).Sample(
        (before, first, second) =>
        {
            var world = new World();
            var walker = new Walker(world);
            Take(walker, before);
            var state = world.Cloud.Save();
            var saved = Text(state);
            var fork = world.Forked();
            var forkWalker = new Walker(fork, walker);

            Take(walker, first);
            Take(forkWalker, second);

            Assert.Equal(saved, Text(state));
            Assert.Equal(saved, Text(new EdgeCloud("test", state, new FakeTimeProvider(state.Clock.Outside)).Save()));
        },
        iter: 100);

    [Fact]
    public void A_fork_takes_other_durations_for_what_begins_from_now_on()
    {
        var world = new World();
        var pending = world.Create();
        var state = world.Cloud.Save();
        var time = new FakeTimeProvider(state.Clock.Outside);
        var fork = new EdgeCloud("test", state with { Options = state.Options with { Durations = ProvisioningDurations.Instant } }, time);

        Assert.Equal(world.Cloud.NextDue(), fork.NextDue());
        var id = fork.CreateInstances(World.Alice, World.Order()).InstanceIds[0];
        Assert.Equal(InstanceStatus.Running, Assert.Single(fork.DescribeInstances(World.Alice, new InstanceFilter([id]), World.All).Items).Status);
        Assert.Equal(InstanceStatus.Allocating, Assert.Single(fork.DescribeInstances(World.Alice, new InstanceFilter([pending]), World.All).Items).Status);
    }

    [Fact]
    public void What_happens_in_the_one_leaves_no_trace_in_the_other() => Gen.Select(Step.Walk, Step.Walk).Sample(
        (before, after) =>
        {
            var world = new World();
            var walker = new Walker(world);
            Take(walker, before);
            var saved = Text(world.Cloud.Save());

            Take(new Walker(world.Restored(), walker), after);
            Take(new Walker(world.Forked(), walker), after);

            Assert.Equal(saved, Text(world.Cloud.Save()));
        },
        iter: 100);

    [Fact]
    public void A_request_id_of_the_restored_one_is_that_of_the_original()
    {
        var world = new World();
        world.Create();
        var restored = world.Restored();

        Assert.Equal(world.Cloud.TakeNumber(), restored.Cloud.TakeNumber());
        Assert.Equal(world.Cloud.RequestIdOf(2), restored.Cloud.RequestIdOf(2));
    }

    [Fact]
    public void A_state_that_contradicts_itself_is_refused_by_its_place()
    {
        var world = new World();
        world.Create();
        world.Pass(1);
        var state = world.Cloud.Save();
        var instance = state.Instances[0];

        Refuses("instances[0].zone", state with { Instances = [instance with { Zone = new ZoneCode("nowhere") }] });
        Refuses("instances[0].machineId", state with { Instances = [instance with { MachineId = "srv-00000000" }] });
        Refuses("instances[0].privateNetworkId", state with { Instances = [instance with { Status = InstanceStatus.Terminating }] });
        Refuses("machines[0].returned[0]", state with { Machines = [state.Machines[0] with { Returned = ["server"] }] });
        Refuses("instances[0].instanceId", state with { Instances = [instance with { InstanceId = new InstanceId("ins-00000000") }] });
        Refuses("instances[1].sequence", state with { Instances = [instance, instance] });
        Refuses("instances[0].privateNetworkId", state with { Instances = [instance with { PrivateNetworkId = new NetworkId("none") }] });
        Refuses("instances[0].publicIp", state with { Instances = [instance with { PublicIp = Address("203.0.113.200") }] });
        Refuses("instances[0].privateIp", state with { Instances = [instance with { PrivateIp = Address("10.9.9.9") }] });
        Refuses("pending", state with { Pending = [] });
        Refuses("pending[0].step", state with { Pending = [state.Pending[0] with { Step = ProvisioningStep.WipeDisks }] });
        Refuses("clock.perDescribe", state with { Clock = state.Clock with { PerDescribe = TimeSpan.FromTicks(-1) } });
        Refuses("clock.rate", state with { Clock = state.Clock with { Mode = ClockMode.Scaled, Rate = 0 } });
        Refuses("pending[0].began", state with { Pending = [state.Pending[0] with { Began = state.Pending[0].Due.AddTicks(1) }] });
        Refuses("pending[1].instanceId", state with { Pending = [state.Pending[0], state.Pending[0]] });
        Refuses("pending[0].instanceId", state with { Pending = [state.Pending[0] with { InstanceId = new InstanceId("none") }] });
        Refuses("machines[0].instanceType", state with { Machines = [state.Machines[0] with { InstanceType = "none" }] });
        Refuses("machines[0].neverBound", state with { Machines = [state.Machines[0] with { NeverBound = -1 }] });
        Refuses("privateNetworks[1].id", state with { PrivateNetworks = [state.PrivateNetworks[0], state.PrivateNetworks[0]] });
        Refuses(
            "publicNetworks[0].applied[0].ip", state with { PublicNetworks = [state.PublicNetworks[0] with { Applied = [new("1.2.3.4", default, default)] }] });
        Refuses("accounts[0].billedZones[0]", state with { Accounts = [state.Accounts[0] with { BilledZones = [new ZoneCode("nowhere")] }] });
    }

    private static IpAddress Address(string text) => IpAddress.TryParse(text, out var address) ? address : throw new FormatException(text);

    private static void Refuses(string path, WorldState state) =>
        Assert.Equal(path, Assert.Throws<WorldStateException>(() => new EdgeCloud("test", state, TimeProvider.System)).Path);

    private static string Take(Walker walker, Step[] steps) => string.Join("\n", steps.Select(walker.Take));

    private static string Text(WorldState state) => string.Join(
        "\n",
        [
            state.Name, state.Clock, state.Number, state.Issued, state.Chance, state.Began,
            .. state.Accounts.SelectMany(account => (IEnumerable<object>)[account.AppId, .. account.BilledZones, .. account.Quotas]),
            .. state.Quotas, .. state.Machines.SelectMany(free => (IEnumerable<object>)[free.Zone, free.InstanceType, free.NeverBound, .. free.Returned]),
            .. state.PrivateNetworks,
            .. state.PublicNetworks.SelectMany(network => (IEnumerable<object>)[network with { Applied = null! }, .. network.Applied]),
            .. state.Instances, .. state.Pending.Cast<object>(),
            .. state.Traffic.SelectMany(history => (IEnumerable<object>)[history.AppId, history.Zone, .. history.Minutes.Cast<object>()]),
        ]);
}
