using CsCheck;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Tests.Walks;
using EdgeZone.Emulator.Domain.Worlds;
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
        var (one, two) = (AnHourAfterCreating(1), AnHourAfterCreating(2));

        Assert.All(AnHourAfterCreating(0), sample => Assert.Equal(0, sample.Value));
        Assert.Equal(59, one.Count);
        Assert.All(one, sample => Assert.Equal(Math.Round(sample.Value, 2), sample.Value));
        Assert.All(one.Zip(two), pair => Assert.InRange(pair.Second.Value, (2 * pair.First.Value) - 0.02, (2 * pair.First.Value) + 0.02));
        Assert.True(one.Select(sample => sample.Value).Distinct().Count() > 30);
    }

    [Fact]
    public void A_machine_counts_for_the_time_it_ran_within_the_minute_that_ends_at_the_point()
    {
        var ids = _world.Cloud.CreateInstances(World.Alice, World.Order(count: 2)).InstanceIds;
        _world.Pass(30);
        _world.Cloud.TerminateInstances(World.Alice, [ids[0]]);
        _world.Pass(90);
        var always = new World();
        always.CreateRunning();
        always.Pass(117);

        // Both ran from the third second on, one of them to the thirtieth.
        var values = Data(World.Start, World.Start.AddMinutes(2)).Select(sample => sample.Value).ToArray();
        var steady = always.Cloud.DescribeZoneData(World.Alice, World.Guangzhou1, ZoneMetric.Inbound, World.Start, World.Start.AddMinutes(2));

        Assert.Equal(0, values[0]);
        Assert.Equal(steady[1].Value * (27 + 57) / 57, values[1], 0.02);
        Assert.Equal(steady[2].Value, values[2]);
    }

    [Fact]
    public void What_was_answered_is_answered_again_whatever_becomes_of_the_machines()
    {
        var id = _world.CreateRunning();
        _world.Pass(600);
        var before = Data(World.Start.AddHours(-1), World.Start.AddHours(1));

        _world.Cloud.TerminateInstances(World.Alice, [id]);
        _world.Cloud.CreateInstances(World.Alice, World.Order(count: 4));
        var atOnce = Data(World.Start.AddHours(-1), World.Start.AddHours(1));
        _world.Pass(600);
        var later = Data(World.Start.AddHours(-1), World.Start.AddHours(1));

        Assert.Contains(before, sample => sample.Value > 0);
        Assert.Equal(before, atOnce);
        Assert.Equal(before, later.Take(before.Count));
        Assert.True(later[^1].Value > 0);
    }

    [Fact]
    public void What_was_answered_in_a_walk_is_answered_again_at_its_end() => Step.Walk.Sample(
        steps =>
        {
            var world = new World();
            var walker = new Walker(world);
            Dictionary<(long Account, DateTimeOffset Time), double> answered = [];
            foreach (var step in steps)
            {
                walker.Take(step);
                foreach (var account in Walker.Accounts)
                {
                    var now = world.Cloud.Clock().Now;
                    foreach (var sample in world.Cloud.DescribeZoneData(account, World.Guangzhou1, ZoneMetric.Inbound, now.AddMinutes(-30), now))
                    {
                        Assert.Equal(answered.GetValueOrDefault((account, sample.Time), sample.Value), sample.Value);
                        answered[(account, sample.Time)] = sample.Value;
                    }
                }
            }
        },
        iter: 50);

    [Fact]
    public void A_long_busy_life_is_remembered_for_thirty_days_and_no_longer()
    {
        var world = new World(options: new WorldOptions { Durations = ProvisioningDurations.Instant });
        Dictionary<DateTimeOffset, double> answered = [];
        const int Days = 40;
        for (var hour = 0; hour < Days * 24; hour++)
        {
            var id = world.Create();
            world.Pass(1000);
            world.Cloud.TerminateInstances(World.Alice, [id]);
            world.Pass(2600);
            foreach (var sample in Samples(world, world.Cloud.Clock().Now.AddHours(-1), world.Cloud.Clock().Now))
            {
                answered[sample.Time] = sample.Value;
            }
        }

        var (now, oldest) = (world.Cloud.Clock().Now, world.Cloud.Clock().Now.AddDays(-30));
        for (var day = oldest; day < now; day = day.AddDays(1))
        {
            Assert.All(Samples(world, day, day.AddDays(1)), sample => Assert.Equal(answered[sample.Time], sample.Value));
        }

        Assert.Equal(oldest, Samples(world, oldest.AddDays(-1), oldest.AddDays(1))[0].Time);
        Assert.All(Samples(world, World.Start.AddDays(-1), World.Start.AddHours(1)), sample => Assert.True(sample.Time <= World.Start && sample.Value == 0));
    }

    [Fact]
    public void The_same_question_has_the_same_answer_and_metrics_differ()
    {
        _world.CreateRunning();
        _world.Pass(60);
        var minute = World.Start.AddMinutes(1);

        Assert.Equal(Data(minute, minute), Data(minute, minute));
        Assert.NotEqual(Data(minute, minute), _world.Cloud.DescribeZoneData(World.Alice, World.Guangzhou1, ZoneMetric.Outbound, minute, minute));
    }

    [Fact]
    public void The_end_of_time_overflows_nothing()
    {
        _world.Cloud.Advance(AdvanceTarget.To(DateTimeOffset.MaxValue));

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

    private static IReadOnlyList<ZoneSample> AnHourAfterCreating(int machines)
    {
        var world = new World(options: new WorldOptions { Durations = ProvisioningDurations.Instant });
        if (machines > 0)
        {
            world.Cloud.CreateInstances(World.Alice, World.Order(count: machines));
        }

        world.Pass(3600);
        return Samples(world, World.Start.AddMinutes(2), World.Start.AddHours(1));
    }

    private static IReadOnlyList<ZoneSample> Samples(World world, DateTimeOffset start, DateTimeOffset end) =>
        world.Cloud.DescribeZoneData(World.Alice, World.Guangzhou1, ZoneMetric.Inbound, start, end);

    private IReadOnlyList<ZoneSample> Data(DateTimeOffset start, DateTimeOffset end) => Samples(_world, start, end);
}
