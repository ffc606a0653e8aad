using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.Tests.Zones;

public class ZoneDataTests
{
    private readonly World _world = new();

    [Fact]
    public void There_is_a_point_per_full_minute_that_is_not_in_the_future()
    {
        _world.Pass(90);

        var samples = Data(World.Start.AddSeconds(-61), World.Start.AddHours(1));

        Assert.Equal([World.Start.AddMinutes(-1), World.Start, World.Start.AddMinutes(1)], samples.Select(sample => sample.Time));
    }

    [Fact]
    public void Without_servers_there_is_no_traffic_and_with_more_there_is_more()
    {
        Assert.All(Data(World.Start.AddHours(-1), World.Start), sample => Assert.Equal(0, sample.Value));
        _world.CreateRunning();
        var one = Data(World.Start.AddHours(-1), World.Start);
        _world.CreateRunning();
        var two = Data(World.Start.AddHours(-1), World.Start);

        Assert.Equal(61, one.Count);
        Assert.All(one, sample => Assert.Equal(Math.Round(sample.Value, 2), sample.Value));
        Assert.All(one.Zip(two), pair => Assert.InRange(pair.Second.Value, (2 * pair.First.Value) - 0.02, (2 * pair.First.Value) + 0.02));
        Assert.True(one.Select(sample => sample.Value).Distinct().Count() > 30);
    }

    [Fact]
    public void The_same_question_has_the_same_answer_and_metrics_differ()
    {
        _world.CreateRunning();

        Assert.Equal(Data(World.Start, World.Start), Data(World.Start, World.Start));
        Assert.NotEqual(
            Data(World.Start, World.Start),
            _world.Cloud.DescribeZoneData(World.Alice, World.Guangzhou1, ZoneMetric.Outbound, World.Start, World.Start));
    }

    [Fact]
    public void The_end_of_time_overflows_nothing()
    {
        _world.Cloud.Advance(Provisioning.AdvanceTarget.To(DateTimeOffset.MaxValue));

        Assert.Equal(2, Data(DateTimeOffset.MaxValue.AddMinutes(-2), DateTimeOffset.MaxValue).Count);
    }

    [Fact]
    public void An_unknown_zone_and_an_impossible_span_are_refused()
    {
        World.Refused(
            "InvalidParameter.ParamError",
            () => _world.Cloud.DescribeZoneData(World.Alice, World.Closed, ZoneMetric.Inbound, World.Start, World.Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => Data(World.Start, World.Start.AddTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Data(World.Start, World.Start.AddDays(2).AddTicks(1)));
    }

    private IReadOnlyList<ZoneSample> Data(DateTimeOffset start, DateTimeOffset end) =>
        _world.Cloud.DescribeZoneData(World.Alice, World.Guangzhou1, ZoneMetric.Inbound, start, end);
}
