using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.Zones;

/// <summary>https://www.tencentcloud.com/document/api/1230/79065</summary>
public class DescribeZoneDataTests
{
    [Fact]
    public async Task There_is_a_point_at_every_full_minute_both_ends_included()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var whole = await Describe(emulator, "2026-01-13T09:00:00Z", "2026-01-13T09:03:00Z");
        var between = await Describe(emulator, "2026-01-13T09:00:01Z", "2026-01-13T09:02:59Z");

        Assert.Equal(
            ["2026-01-13T09:00:00Z", "2026-01-13T09:01:00Z", "2026-01-13T09:02:00Z", "2026-01-13T09:03:00Z"],
            whole.Succeeded().Column("Data", "Time"));
        Assert.Equal(["2026-01-13T09:01:00Z", "2026-01-13T09:02:00Z"], between.Succeeded().Column("Data", "Time"));
    }

    [Fact]
    public async Task There_is_no_point_in_the_future()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await Describe(emulator, "2026-01-13T09:59:00Z", "2026-01-13T12:00:00Z");
        var later = await Describe(emulator, "2026-01-13T11:00:00Z", "2026-01-13T12:00:00Z");

        Assert.Equal(["2026-01-13T09:59:00Z", "2026-01-13T10:00:00Z"], answer.Succeeded().Column("Data", "Time"));
        Assert.Empty(later.Succeeded().Rows("Data"));
    }

    [Fact]
    public async Task Two_days_are_the_longest_span()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var longest = await Describe(emulator, "2026-01-11T09:00:00Z", "2026-01-13T09:00:00Z");
        var tooLong = await Describe(emulator, "2026-01-11T08:59:59Z", "2026-01-13T09:00:00Z");

        Assert.Equal((48 * 60) + 1, longest.Succeeded().Rows("Data").Length);
        tooLong.Refused("InvalidParameter.ParamError");
    }

    [Fact]
    public async Task The_end_may_be_the_start_but_not_before_it()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var point = await Describe(emulator, "2026-01-13T09:00:00Z", "2026-01-13T09:00:00Z");
        var backwards = await Describe(emulator, "2026-01-13T09:00:01Z", "2026-01-13T09:00:00Z");

        Assert.Single(point.Succeeded().Rows("Data"));
        backwards.Refused("InvalidParameter.ParamError");
    }

    [Theory]
    [InlineData("2026-01-13T09:00:00")]
    [InlineData("2026-01-13T09:00:00+00:00")]
    [InlineData("2026-01-13T09:00:00.000Z")]
    [InlineData("2026-01-13T09:00:00z")]
    [InlineData("2026-01-13 09:00:00Z")]
    [InlineData("2026-01-13T09:00Z")]
    [InlineData("2026-02-30T09:00:00Z")]
    [InlineData("1777280400")]
    [InlineData("")]
    public async Task A_time_in_another_notation_is_refused(string time)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var start = await Describe(emulator, time, "2026-01-13T09:30:00Z");
        var end = await Describe(emulator, "2026-01-13T08:30:00Z", time);

        Assert.Contains("`StartTime`", start.Refused("InvalidParameter.ParamError").Message, StringComparison.Ordinal);
        Assert.Contains("`EndTime`", end.Refused("InvalidParameter.ParamError").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InBw")]
    [InlineData("bandwidth")]
    [InlineData("")]
    public async Task A_metric_that_is_not_known_is_refused(string metric)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await Describe(emulator, "2026-01-13T09:00:00Z", "2026-01-13T09:30:00Z", metric);

        Assert.Contains("`MetricName`", answer.Refused("InvalidParameter.ParamError").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ap-nowhere-1")]
    [InlineData(Seeded.ClosedZone)]
    public async Task A_zone_that_is_not_open_to_the_account_is_refused(string zone)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Describe(emulator, "2026-01-13T09:00:00Z", "2026-01-13T09:30:00Z", zone: zone)).Refused("InvalidParameter.ParamError");
    }

    [Fact]
    public async Task Traffic_is_zero_without_a_running_instance_and_repeatable_with_one()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.GivenInstanceAsync();
        emulator.Time.Advance(TimeSpan.FromMinutes(30));

        var before = await Values(emulator, "inbw", "2026-01-13T09:30:00Z", "2026-01-13T10:00:00Z");
        var inbound = await Values(emulator, "inbw");
        var outbound = await Values(emulator, "outbw");

        Assert.All(before, value => Assert.Equal(0, value));
        Assert.Equal((31, 30), (before.Length, inbound.Length));
        Assert.All(inbound, value => Assert.True(value > 0));
        Assert.Equal(inbound, await Values(emulator, "inbw"));
        Assert.NotEqual(inbound, outbound);
        Assert.All(inbound, value => Assert.Equal(Math.Round(value, 2), value));
    }

    [Fact]
    public async Task What_was_answered_once_is_answered_again_after_the_machines_are_given_back()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = await emulator.GivenInstanceAsync();
        emulator.Time.Advance(TimeSpan.FromMinutes(30));
        var before = await Values(emulator, "inbw");

        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{id}}"]}""")).Succeeded();
        await emulator.GivenInstancesAsync(3);

        Assert.Equal(before, await Values(emulator, "inbw"));
        emulator.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(before, await Values(emulator, "inbw"));
    }

    [Fact]
    public async Task Another_accounts_instances_cause_no_traffic_of_ones_own()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.GivenInstanceAsync();
        emulator.Time.Advance(TimeSpan.FromMinutes(2));
        const string Minute = """
            {"Zone":"ap-guangzhou-1","MetricName":"inbw","StartTime":"2026-01-13T10:01:00Z","EndTime":"2026-01-13T10:01:00Z"}
            """;

        var bobs = await emulator.Bob.CallAsync("DescribeZoneData", Minute);
        var alices = await emulator.CallAsync("DescribeZoneData", Minute);

        Assert.Equal(0, Assert.Single(bobs.Succeeded().Rows("Data")).Decimal("Value"));
        Assert.NotEqual(0, Assert.Single(alices.Succeeded().Rows("Data")).Decimal("Value"));
    }

    private static async Task<double[]> Values(
        EmulatorApplication emulator, string metric, string start = "2026-01-13T10:01:00Z", string end = "2026-01-13T10:30:00Z")
    {
        var answer = await Describe(emulator, start, end, metric);
        return [.. answer.Succeeded().Rows("Data").Select(point => point.Decimal("Value"))];
    }

    private static Task<Answer> Describe(
        EmulatorApplication emulator, string start, string end, string metric = "inbw", string zone = Seeded.Zone) =>
        emulator.CallAsync("DescribeZoneData", $$"""{"Zone":"{{zone}}","MetricName":"{{metric}}","StartTime":"{{start}}","EndTime":"{{end}}"}""");
}
