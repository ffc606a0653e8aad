using CsCheck;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.UseCases.Instances;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.Tests.Provisioning;

public class PhaseTests
{
    private static readonly ProvisioningPhase[] Installation =
        [ProvisioningPhase.Power, ProvisioningPhase.Pxe, ProvisioningPhase.Image, ProvisioningPhase.Configure];

    // None at all, fewer ticks than there are parts, below a second, any, and the longest there is.
    private static readonly Gen<TimeSpan> Durations = Gen.Frequency(
        (1, Gen.Const(TimeSpan.Zero)),
        (2, Gen.Long[1, 25].Select(TimeSpan.FromTicks)),
        (2, Gen.Long[1, TimeSpan.TicksPerSecond].Select(TimeSpan.FromTicks)),
        (3, Gen.Long[1, TimeSpan.FromDays(30).Ticks].Select(TimeSpan.FromTicks)),
        (1, Gen.Const(DateTimeOffset.MaxValue - World.Start)));

    private static readonly Gen<ProvisioningStep> Steps = Gen.Enum<ProvisioningStep>();

    [Fact]
    public void The_phases_of_a_step_follow_one_another_without_a_gap_and_take_its_time_together() => Gen.Select(Steps, Durations).Sample((step, duration) =>
    {
        var phases = ProvisioningPhases.Of(step, World.Start, World.Start + duration);

        AssertContiguous(phases, World.Start, World.Start + duration);
        Assert.Equal(duration.Ticks, phases.Sum(phase => (phase.End - phase.Begin).Ticks));
    });

    [Fact]
    public void At_every_instant_one_phase_is_under_way() => Gen.Select(Steps, Durations, Gen.Double.Unit).Sample((step, duration, share) =>
    {
        var end = World.Start + duration;
        var now = World.Start + (duration * share);
        var phases = ProvisioningPhases.Of(step, World.Start, end);

        var current = ProvisioningPhases.At(now, phases);

        Assert.Equal(now < end ? Assert.Single(phases, phase => phase.Begin <= now && now < phase.End) : phases[^1], current);
    });

    [Fact]
    public void An_installation_is_shared_out_by_fixed_parts() => Assert.Equal(
        [("Power", 1), ("Pxe", 2), ("Image", 13), ("Configure", 4)],
        ProvisioningPhases.Of(ProvisioningStep.InstallSystem, World.Start, World.Start.AddSeconds(20))
            .Select(phase => ($"{phase.Phase}", (int)(phase.End - phase.Begin).TotalSeconds)));

    [Fact]
    public void An_instance_tells_its_phases_from_order_to_running_and_which_is_under_way()
    {
        var world = new World();
        var id = world.Create();

        var ordered = Phases(world, id);
        Assert.Equal([ProvisioningPhase.Network, .. Installation], ordered.Phases.Select(phase => phase.Phase));
        AssertContiguous(ordered.Phases, World.Start, World.Start.AddSeconds(3));
        Assert.Equal(new PlannedPhase(ProvisioningPhase.Network, World.Start, World.Start.AddSeconds(1)), ordered.Current);

        world.Pass(1);
        Assert.Equal((ProvisioningPhase.Power, World.Start.AddSeconds(1)), (Phases(world, id).Current!.Value.Phase, Phases(world, id).Current!.Value.Begin));
        Assert.Equal(ordered.Phases, Phases(world, id).Phases);

        world.Pass(1);
        Assert.Equal(ProvisioningPhase.Image, Phases(world, id).Current!.Value.Phase);

        world.Pass(1);
        Assert.Equal(InstanceStatus.Running, world.Instance(id)!.Status);
        Assert.Equal((null, 0), (Phases(world, id).Current, Phases(world, id).Phases.Count));
    }

    [Fact]
    public void One_that_was_given_back_is_being_wiped_until_it_is_gone()
    {
        var world = new World();
        var id = world.CreateRunning();
        world.Cloud.TerminateInstances(World.Alice, [id]);

        var wipe = new PlannedPhase(ProvisioningPhase.Wipe, World.Start.AddSeconds(3), World.Start.AddSeconds(5));
        Assert.Equal((wipe, wipe), (Phases(world, id).Current, Assert.Single(Phases(world, id).Phases)));

        world.Pass(2);
        var refusal = Assert.Throws<ControlException>(() => Phases(world, id));
        Assert.Equal(("instanceId", true), (refusal.Field, refusal.IsNotFound));
    }

    [Fact]
    public void An_installation_that_has_begun_ends_when_the_machine_really_runs()
    {
        var world = new World(options: new WorldOptions { Durations = ProvisioningDurations.Realistic, ClockMode = ClockMode.Frozen });
        var id = world.Create();
        world.Cloud.Advance(AdvanceTarget.UntilNextEvent);

        var phases = Phases(world, id).Phases;

        AssertContiguous(phases, World.Start, world.Cloud.Advance(AdvanceTarget.UntilInstanceLeavesAllocating(id)).To);
        Assert.NotEqual(TimeSpan.FromMinutes(15), phases[^1].End - phases[1].Begin);
    }

    [Fact]
    public void Phases_make_nothing_due()
    {
        var world = new World();
        world.Create();

        Assert.Equal(2, world.Cloud.Advance(AdvanceTarget.UntilIdle).Total);
    }

    private static InstancePhases Phases(World world, InstanceId id) => world.Cloud.Execute(new ReadPhases(id));

    private static void AssertContiguous(IReadOnlyList<PlannedPhase> phases, DateTimeOffset begin, DateTimeOffset end)
    {
        var expected = begin;
        foreach (var phase in phases)
        {
            Assert.Equal(expected, phase.Begin);
            Assert.True(phase.End >= phase.Begin);
            expected = phase.End;
        }

        Assert.Equal(end, expected);
        Assert.Equal(phases.Select(phase => phase.Phase).Order(), phases.Select(phase => phase.Phase));
    }
}
