using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.Tests.Time;

public class ClockTests
{
    private readonly World _world = new();

    [Fact]
    public void A_real_clock_shows_the_time_outside()
    {
        _world.Pass(5);

        Assert.Equal(new ClockState(ClockMode.Real, 1, World.Start.AddSeconds(5), TimeSpan.Zero), _world.Cloud.Clock());
    }

    [Fact]
    public void A_frozen_clock_stands_still_and_goes_on_from_there()
    {
        _world.Pass(1);
        Assert.Equal(new ClockState(ClockMode.Frozen, 0, World.Start.AddSeconds(1), TimeSpan.Zero), _world.Cloud.SetClock(ClockMode.Frozen, null));
        _world.Pass(100);
        Assert.Equal(World.Start.AddSeconds(1), _world.Cloud.Clock().Now);

        _world.Cloud.SetClock(ClockMode.Real, null);
        _world.Pass(1);

        Assert.Equal(World.Start.AddSeconds(2), _world.Cloud.Clock().Now);
    }

    [Fact]
    public void A_scaled_clock_runs_faster_or_slower()
    {
        _world.Cloud.SetClock(ClockMode.Scaled, 60);
        _world.Pass(1);
        Assert.Equal(new ClockState(ClockMode.Scaled, 60, World.Start.AddMinutes(1), TimeSpan.Zero), _world.Cloud.Clock());

        _world.Cloud.SetClock(ClockMode.Scaled, 0.5);
        _world.Pass(10);
        Assert.Equal(World.Start.AddSeconds(65), _world.Cloud.Clock().Now);
    }

    [Fact]
    public void A_very_slow_clock_moves_however_often_it_is_read()
    {
        _world.Cloud.SetClock(ClockMode.Scaled, 0.001);
        for (var i = 0; i < 100; i++)
        {
            _world.Time.Advance(TimeSpan.FromTicks(100));
            _ = _world.Cloud.Clock();
        }

        Assert.Equal(World.Start.AddTicks(10), _world.Cloud.Clock().Now);
    }

    [Fact]
    public void The_end_of_time_is_where_every_clock_stops()
    {
        _world.Cloud.SetClock(ClockMode.Scaled, double.MaxValue);
        _world.Pass(1);
        var id = _world.Create();

        Assert.Equal(DateTimeOffset.MaxValue, _world.Cloud.Clock().Now);
        _world.Pass(1);
        Assert.Equal(InstanceStatus.Running, _world.Instance(id)!.Status);
    }

    [Theory]
    [InlineData(ClockMode.Scaled, null)]
    [InlineData(ClockMode.Scaled, 0d)]
    [InlineData(ClockMode.Scaled, -1d)]
    [InlineData(ClockMode.Scaled, double.NaN)]
    [InlineData(ClockMode.Scaled, double.PositiveInfinity)]
    [InlineData(ClockMode.Frozen, 2d)]
    [InlineData(ClockMode.Real, 2d)]
    public void A_rate_that_makes_no_sense_is_refused(ClockMode mode, double? rate)
    {
        Assert.Equal("rate", Assert.Throws<ControlException>(() => _world.Cloud.SetClock(mode, rate)).Field);
        Assert.Equal(ClockMode.Real, _world.Cloud.Clock().Mode);
    }

    [Fact]
    public void When_the_time_outside_jumps_back_the_time_inside_stands_still()
    {
        var outside = new JumpingTime { Now = World.Start };
        var cloud = new EdgeCloud("test", World.Seed, new WorldOptions(), [1], outside);
        outside.Now = World.Start.AddHours(1);
        Assert.Equal(World.Start.AddHours(1), cloud.Clock().Now);

        outside.Now = World.Start;
        Assert.Equal(World.Start.AddHours(1), cloud.Clock().Now);

        outside.Now = World.Start.AddHours(2);
        Assert.Equal(World.Start.AddHours(2), cloud.Clock().Now);
    }

    private sealed class JumpingTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
