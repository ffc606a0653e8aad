using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.Tests.Time;

public class AdvanceTests
{
    private readonly World _world = new(options: new WorldOptions { ClockMode = ClockMode.Frozen });

    [Fact]
    public void Each_step_happens_at_its_own_time_and_in_order()
    {
        var id = _world.Create();

        var outcome = _world.Cloud.Advance(AdvanceTarget.By(TimeSpan.FromHours(1)));

        Assert.Equal((World.Start, World.Start.AddHours(1)), (outcome.From, outcome.To));
        Assert.Equal(
            [
                new WorldEvent(
                    World.Start.AddSeconds(1), 0, EventKind.AddressesAssigned, id.ToString(), "allocating", "allocating", "Assigned 10.0.0.1, 203.0.113.10"),
                new WorldEvent(
                    World.Start.AddSeconds(3), 0, EventKind.SystemInstalled, id.ToString(), "allocating", "running", "Installed img-centos-7.9 7.9.2009"),
            ],
            outcome.Events);
        Assert.False(outcome.Truncated);
    }

    [Fact]
    public void The_clock_can_be_moved_to_an_instant_but_not_back()
    {
        _world.Cloud.Advance(AdvanceTarget.To(new DateTimeOffset(2026, 1, 13, 19, 0, 0, TimeSpan.FromHours(8))));
        Assert.Equal(World.Start.AddHours(1), _world.Cloud.Clock().Now);

        Assert.Equal("to", Assert.Throws<ControlException>(() => _world.Cloud.Advance(AdvanceTarget.To(World.Start))).Field);
        Assert.Equal("by", Assert.Throws<ControlException>(() => _world.Cloud.Advance(AdvanceTarget.By(TimeSpan.FromTicks(-1)))).Field);
        Assert.Equal("by", Assert.Throws<ControlException>(() => _world.Cloud.Advance(AdvanceTarget.By(TimeSpan.MaxValue))).Field);
        Assert.Equal(World.Start.AddHours(1), _world.Cloud.Clock().Now);
        Assert.Equal(TimeSpan.Zero, _world.Cloud.Clock().Now.Offset);
    }

    [Fact]
    public void It_can_be_moved_to_the_next_step()
    {
        _world.Create();

        Assert.Equal(World.Start.AddSeconds(1), _world.Cloud.Advance(AdvanceTarget.UntilNextEvent).To);
        Assert.Equal(World.Start.AddSeconds(3), _world.Cloud.NextDue());
        Assert.Equal(World.Start.AddSeconds(3), _world.Cloud.Advance(AdvanceTarget.UntilNextEvent).To);
        Assert.Null(_world.Cloud.NextDue());
        Assert.Equal(
            (World.Start.AddSeconds(3), 0L), (_world.Cloud.Advance(AdvanceTarget.UntilNextEvent).To, _world.Cloud.Advance(AdvanceTarget.UntilNextEvent).Total));
    }

    [Fact]
    public void It_can_be_moved_until_nothing_is_due()
    {
        var id = _world.Create();
        _world.Cloud.Advance(AdvanceTarget.UntilInstanceLeavesAllocating(id));
        _world.Cloud.TerminateInstances(World.Alice, [id]);
        _world.Create();

        var outcome = _world.Cloud.Advance(AdvanceTarget.UntilIdle);

        Assert.Equal(3, outcome.Total);
        Assert.Null(_world.Cloud.NextDue());
        Assert.Null(outcome.Events[1].After);
    }

    [Fact]
    public void It_can_be_moved_until_an_instance_is_ready_or_has_failed()
    {
        var first = _world.Create();
        _world.Cloud.Advance(AdvanceTarget.By(TimeSpan.FromSeconds(2)));
        var second = _world.Create();

        Assert.Equal(World.Start.AddSeconds(3), _world.Cloud.Advance(AdvanceTarget.UntilInstanceLeavesAllocating(first)).To);
        Assert.Equal(InstanceStatus.Allocating, _world.Instance(second)!.Status);
        Assert.Equal(World.Start.AddSeconds(3), _world.Cloud.Advance(AdvanceTarget.UntilInstanceLeavesAllocating(first)).To);
        var refusal = Assert.Throws<ControlException>(() => _world.Cloud.Advance(AdvanceTarget.UntilInstanceLeavesAllocating(new InstanceId("x"))));
        Assert.Equal(("instanceId", true), (refusal.Field, refusal.IsNotFound));
    }

    [Fact]
    public void It_can_be_moved_until_no_instance_of_anybody_is_allocating()
    {
        Assert.Equal(World.Start, _world.Cloud.Advance(AdvanceTarget.UntilNoneAllocating).To);
        var first = CreateAllocated();
        _world.Cloud.TerminateInstances(World.Alice, [first]);
        var second = _world.Create();
        _world.Cloud.Advance(AdvanceTarget.By(TimeSpan.FromSeconds(1.5)));
        var third = _world.Create();

        var outcome = _world.Cloud.Advance(AdvanceTarget.UntilNoneAllocating);

        Assert.Equal(World.Start.AddSeconds(3 + 1.5 + 3), outcome.To);
        Assert.All([second, third], id => Assert.Equal(InstanceStatus.Running, _world.Instance(id)!.Status));
        Assert.Contains(outcome.Events, happened => happened.Kind == EventKind.DisksWiped);
    }

    [Fact]
    public void An_instance_that_failed_is_waited_for_no_longer()
    {
        _world.Cloud.CreateInstances(World.Alice, World.Order(World.Large, 3));
        _world.Cloud.CreateInstances(World.Alice, World.Order(World.Medium, 2));

        Assert.Equal(World.Start.AddSeconds(3), _world.Cloud.Advance(AdvanceTarget.UntilNoneAllocating).To);
        Assert.Equal(World.Start.AddSeconds(3), _world.Cloud.Advance(AdvanceTarget.UntilNoneAllocating).To);
        Assert.Contains(
            _world.Cloud.DescribeInstances(World.Alice, new InstanceFilter(), World.All).Items, instance => instance.Status == InstanceStatus.Error);
    }

    [Fact]
    public void What_is_not_allocating_holds_nobody_up()
    {
        var id = CreateAllocated();
        _world.Cloud.TerminateInstances(World.Alice, [id]);

        Assert.Equal(World.Start.AddSeconds(3), _world.Cloud.Advance(AdvanceTarget.UntilNoneAllocating).To);
        Assert.Equal(InstanceStatus.Terminating, _world.Instance(id)!.Status);
    }

    [Fact]
    public void A_long_report_is_cut_and_says_so()
    {
        var world = new World(options: new WorldOptions { EventsLimit = 3 });
        world.Cloud.CreateInstances(World.Alice, World.Order(count: 3));

        var outcome = world.Cloud.Advance(AdvanceTarget.UntilIdle);

        Assert.Equal((3, 6L, true), (outcome.Events.Count, outcome.Total, outcome.Truncated));
    }

    private InstanceId CreateAllocated()
    {
        var id = _world.Create();
        _world.Cloud.Advance(AdvanceTarget.UntilInstanceLeavesAllocating(id));
        return id;
    }
}
