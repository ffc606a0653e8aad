using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.UseCases.Instances;
using EdgeZone.Emulator.Domain.UseCases.PublicNetworks;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.Tests.Time;

public class PerDescribeTests
{
    private static readonly TimeSpan HalfSecond = TimeSpan.FromSeconds(0.5);
    private readonly World _world = new(options: new WorldOptions { ClockMode = ClockMode.Frozen });

    [Fact]
    public void A_client_that_polls_is_done_after_as_many_looks_as_the_installation_takes()
    {
        var id = _world.Create();
        _world.Cloud.SetClock(null, null, HalfSecond);

        List<(InstanceStatus, bool HasAddress)> seen = [];
        while (seen.Count == 0 || seen[^1].Item1 == InstanceStatus.Allocating)
        {
            var instance = _world.Instance(id)!;
            seen.Add((instance.Status, instance.PublicIp != IpAddress.None));
        }

        Assert.Equal(6, seen.Count);
        Assert.Equal([false, true, true, true, true, true], seen.Select(look => look.HasAddress));
        Assert.Equal(World.Start.AddSeconds(3), _world.Cloud.Clock().Now);
    }

    [Fact]
    public void What_becomes_due_on_the_way_happens_at_its_own_time_before_the_call_looks()
    {
        var id = _world.Create();
        _world.Cloud.SetClock(null, null, TimeSpan.FromMinutes(1));

        var look = _world.Cloud.Perform(new DescribeInstances(World.Alice, new InstanceFilter([id]), World.All));

        Assert.Equal(InstanceStatus.Running, Assert.Single(look.Result.Items).Status);
        Assert.Equal((World.Start.AddMinutes(1), true), (look.At, look.HasChanged));
        Assert.Equal(
            [(EventKind.AddressesAssigned, 1, 0L), (EventKind.SystemInstalled, 3, 0L), (EventKind.ClockMoved, 60, look.Number)],
            look.Events.Select(happened => (happened.Kind, (int)(happened.At - World.Start).TotalSeconds, happened.Cause)));
    }

    [Fact]
    public void Every_describe_call_moves_it_and_nothing_else_does()
    {
        _world.Cloud.SetClock(null, null, HalfSecond);

        _world.Cloud.DescribeZones(World.Alice, false);
        _world.Cloud.DescribeInstanceTypes(World.Alice, null, null);
        _world.Cloud.DescribeZoneData(World.Alice, World.Guangzhou1, ZoneMetric.Inbound, World.Start, World.Start);
        _world.Private();
        _world.Public();
        _world.Ips();
        Assert.Null(_world.Instance(new InstanceId("none")));
        Assert.Equal(World.Start.AddSeconds(3.5), _world.Cloud.Clock().Now);

        _world.Create();
        _world.Cloud.Stock(World.Guangzhou1, World.Medium);
        _world.Cloud.ModifyPrivateNetworkInstance(World.Alice, World.PrivateNetwork, "new");
        Assert.Equal(World.Start.AddSeconds(3.5), _world.Cloud.Clock().Now);
    }

    [Fact]
    public void A_describe_call_that_is_refused_has_moved_it_too()
    {
        _world.Cloud.SetClock(null, null, HalfSecond);

        var refused = _world.Cloud.Perform(new DescribePublicNetworkInstances(World.Alice, new NetworkFilter(new NetworkId("none")), World.All));

        Assert.NotNull(refused.Refusal);
        Assert.True(refused.HasChanged);
        Assert.Equal(World.Start + HalfSecond, _world.Cloud.Clock().Now);
    }

    [Theory]
    [InlineData(ClockMode.Real, null, 10)]
    [InlineData(ClockMode.Frozen, null, 0)]
    [InlineData(ClockMode.Scaled, 60d, 600)]
    public void It_comes_on_top_of_the_time_that_passes_in_every_mode(ClockMode mode, double? rate, double passed)
    {
        _world.Cloud.SetClock(mode, rate, TimeSpan.FromSeconds(30));

        _world.Pass(10);
        _world.Private();

        Assert.Equal(World.Start.AddSeconds(passed + 30), _world.Cloud.Clock().Now);
    }

    [Fact]
    public void It_stays_when_only_the_mode_is_changed_and_goes_when_it_is_set_to_zero()
    {
        _world.Cloud.SetClock(null, null, HalfSecond);
        Assert.Equal(new ClockState(ClockMode.Real, 1, World.Start, HalfSecond), _world.Cloud.SetClock(ClockMode.Real, null));
        Assert.Equal(new ClockState(ClockMode.Real, 1, World.Start, TimeSpan.Zero), _world.Cloud.SetClock(null, null, TimeSpan.Zero));

        var look = _world.Cloud.Perform(new DescribeInstances(World.Alice, new InstanceFilter(), World.All));

        Assert.Equal((World.Start, false, 0L), (look.At, look.HasChanged, look.Happened));
    }

    [Fact]
    public void A_change_that_makes_no_sense_changes_nothing()
    {
        Assert.Equal("perDescribe", Assert.Throws<ControlException>(() => _world.Cloud.SetClock(ClockMode.Real, null, TimeSpan.FromTicks(-1))).Field);
        Assert.Equal("rate", Assert.Throws<ControlException>(() => _world.Cloud.SetClock(null, 2, HalfSecond)).Field);
        Assert.Equal("rate", Assert.Throws<ControlException>(() => _world.Cloud.SetClock(ClockMode.Scaled, null, HalfSecond)).Field);

        Assert.Equal(new ClockState(ClockMode.Frozen, 0, World.Start, TimeSpan.Zero), _world.Cloud.Clock());
    }

    [Fact]
    public void The_end_of_time_is_where_it_stops()
    {
        _world.Cloud.SetClock(null, null, TimeSpan.MaxValue);
        _world.Private();
        _world.Private();

        Assert.Equal(DateTimeOffset.MaxValue, _world.Cloud.Clock().Now);
    }
}
