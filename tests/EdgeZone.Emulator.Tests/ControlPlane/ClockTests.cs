using System.Net;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class ClockTests
{
    private static readonly string Clock = ControlPlanePaths.Clock("default");
    private static readonly string Advance = ControlPlanePaths.Advance("default");

    [Theory]
    [InlineData("""{"mode":"frozen"}""", "frozen", 0)]
    [InlineData("""{"mode":"scaled","rate":60}""", "scaled", 60)]
    [InlineData("""{"mode":"real"}""", "real", 1)]
    public async Task The_clock_passes_as_told(string change, string mode, double rate)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.PutAsync(Clock, change);
        var clock = await emulator.GetAsync(Clock);
        Assert.Equal(mode, (string?)clock["mode"]);
        Assert.Equal(rate, (double)clock["rate"]!);
        Assert.EndsWith("Z", (string)clock["now"]!, StringComparison.Ordinal);
        Assert.Null(clock["nextDue"]);
    }

    [Fact]
    public async Task The_clock_tells_when_the_next_step_is_due()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        var clock = await emulator.Sandbox.GetClockAsync();
        Assert.Equal(TimeSpan.FromSeconds(1), clock.NextDue - clock.Now);
    }

    [Theory]
    [InlineData("""{"by":"00:10:00"}""")]
    [InlineData("""{"by":"1.00:00:00"}""")]
    [InlineData("""{"to":"2040-01-01T00:00:00Z"}""")]
    [InlineData("""{"to":"2040-01-01T08:00:00.5+08:00"}""")]
    [InlineData("""{"until":"idle"}""")]
    [InlineData("""{"until":"allocated","instance":"INSTANCE"}""")]
    public async Task Moving_the_clock_plays_and_lists_what_becomes_due(string move)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        var instance = (string)(await emulator.CallAsync("CreateInstances", EmulatorApplication.Order()))["InstanceIdSet"]![0]!;

        var moved = await emulator.PostAsync(Advance, move.Replace("INSTANCE", instance, StringComparison.Ordinal));

        Assert.Equal(2, (int)moved["total"]!);
        Assert.False((bool)moved["truncated"]!);
        Assert.Equal(["addressesAssigned", "systemInstalled"], moved["events"]!.AsArray().Select(happened => (string)happened!["kind"]!));
        var last = moved["events"]![1]!;
        Assert.Equal(instance, (string?)last["subject"]);
        Assert.Equal("allocating", (string?)last["before"]);
        Assert.Equal("running", (string?)last["after"]);
        Assert.NotEmpty((string)last["detail"]!);
        Assert.InRange((DateTime)last["at"]!, (DateTime)moved["from"]!, (DateTime)moved["to"]!);
        Assert.Equal((DateTime)moved["to"]!, (DateTime)(await emulator.GetAsync(Clock))["now"]!);
    }

    [Fact]
    public async Task Without_an_instance_it_moves_until_none_is_allocating()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        await emulator.GivenInstancesAsync(2);

        var moved = await emulator.Sandbox.AdvanceUntilAllocatedAsync();

        Assert.Equal(4, moved.Total);
        Assert.Equal(TimeSpan.FromSeconds(3), moved.To - moved.From);
    }

    [Fact]
    public async Task Each_describe_call_moves_the_clock_so_that_a_client_that_polls_is_done_at_once()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Realistic");
        var set = await emulator.Sandbox.ChangeClockAsync(new ClockChange { PerDescribe = TimeSpan.FromMinutes(5) });
        Assert.Equal((ClockMode.Frozen, TimeSpan.FromMinutes(5)), (set.Mode, set.PerDescribe));
        var instance = (string)(await emulator.CallAsync("CreateInstances", EmulatorApplication.Order()))["InstanceIdSet"]![0]!;

        var looks = 0;
        string status;
        do
        {
            looks++;
            status = (string)(await emulator.CallAsync("DescribeInstances", $$"""{"InstanceIds":["{{instance}}"]}"""))["InstanceSet"]![0]!["InstanceStatus"]!;
        }
        while (status == "allocating" && looks < 10);

        Assert.Equal("running", status);
        Assert.InRange(looks, 3, 4);
        Assert.Equal(TimeSpan.FromMinutes(5 * looks), (await emulator.Sandbox.GetClockAsync()).Now - set.Now);
        Assert.Null((await emulator.Sandbox.ChangeClockAsync(new ClockChange { PerDescribe = TimeSpan.Zero })).PerDescribe);
    }

    [Fact]
    public async Task What_a_change_of_the_clock_does_not_name_stays()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Sandbox.ChangeClockAsync(new ClockChange { Mode = ClockMode.Scaled, Rate = 60, PerDescribe = TimeSpan.FromSeconds(30) });
        await emulator.Sandbox.ChangeClockAsync(new ClockChange { PerDescribe = TimeSpan.FromDays(1) });
        await emulator.Sandbox.ChangeClockAsync(new ClockChange { Mode = ClockMode.Frozen });

        var clock = await emulator.Sandbox.GetClockAsync();

        Assert.Equal((ClockMode.Frozen, TimeSpan.FromDays(1)), (clock.Mode, clock.PerDescribe));
    }

    [Fact]
    public async Task Moving_to_the_next_step_plays_one()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        Assert.Equal(1, (await emulator.Sandbox.AdvanceToNextAsync()).Total);
    }

    [Fact]
    public async Task A_long_list_is_cut_and_says_so()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast", "Sandboxes:Events=1");
        await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        var moved = await emulator.Sandbox.AdvanceUntilIdleAsync();
        Assert.Single(moved.Events);
        Assert.Equal(2, moved.Total);
        Assert.True(moved.Truncated);
    }

    [Theory]
    [InlineData("{}", "mode")]
    [InlineData("""{"mode":null}""", "mode")]
    [InlineData("""{"mode":"slow"}""", "mode")]
    [InlineData("""{"mode":"Frozen"}""", "mode")]
    [InlineData("""{"mode":1}""", "mode")]
    [InlineData("""{"mode":"scaled"}""", "rate")]
    [InlineData("""{"mode":"scaled","rate":0}""", "rate")]
    [InlineData("""{"mode":"scaled","rate":-1}""", "rate")]
    [InlineData("""{"mode":"scaled","rate":1000001}""", "rate")]
    [InlineData("""{"mode":"scaled","rate":1e999}""", "rate")]
    [InlineData("""{"mode":"scaled","rate":"60"}""", "rate")]
    [InlineData("""{"mode":"frozen","rate":60}""", "rate")]
    [InlineData("""{"mode":"frozen","Rate":0}""", "Rate")]
    [InlineData("""{"mode":"frozen","speed":1}""", "speed")]
    [InlineData("""{"mode":"frozen","mode":"real"}""", "mode")]
    [InlineData("""{"mode":"frozen","perDescribe":"-00:00:30"}""", "perDescribe")]
    [InlineData("""{"perDescribe":"30"}""", "perDescribe")]
    [InlineData("""{"perDescribe":"31.00:00:00"}""", "perDescribe")]
    [InlineData("""{"perDescribe":30}""", "perDescribe")]
    [InlineData("""{"perDescribe":"00:00:30","rate":2}""", "mode")]
    public async Task A_bad_change_is_refused_by_its_field(string body, string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var problem = await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Put, Clock, body);
        Assert.Equal(field, (string?)problem["field"]);
        Assert.Equal(ClockMode.Real, (await emulator.Sandbox.GetClockAsync()).Mode);
    }

    [Theory]
    [InlineData("{}", "by")]
    [InlineData("""{"by":"00:10:00","until":"idle"}""", "by")]
    [InlineData("""{"by":"5"}""", "by")]
    [InlineData("""{"by":5}""", "by")]
    [InlineData("""{"by":"00:10"}""", "by")]
    [InlineData("""{"by":"soon"}""", "by")]
    [InlineData("""{"by":"-00:00:01"}""", "by")]
    [InlineData("""{"by":"10000000.00:00:00"}""", "by")]
    [InlineData("""{"to":"2001-01-01T00:00:00Z"}""", "to")]
    [InlineData("""{"to":"2040-01-01T00:00:00"}""", "to")]
    [InlineData("""{"to":"tomorrow"}""", "to")]
    [InlineData("""{"until":"later"}""", "until")]
    [InlineData("""{"until":["idle"]}""", "until")]
    [InlineData("""{"until":"allocated","instance":5}""", "instance")]
    [InlineData("""{"until":"idle","instance":"ins-00000000"}""", "instance")]
    [InlineData("""{"until":"idle","Until":"next"}""", "Until")]
    public async Task A_bad_move_is_refused_by_its_field(string body, string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        var before = await emulator.Sandbox.GetClockAsync();
        var problem = await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Post, Advance, body);
        Assert.Equal(field, (string?)problem["field"]);
        Assert.Equal(before, await emulator.Sandbox.GetClockAsync());
    }

    [Fact]
    public async Task An_unknown_instance_is_not_found()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var refusal = await emulator.Sandbox.AdvanceUntilAllocatedAsync("ins-00000000").RefusedAsync(HttpStatusCode.NotFound);
        Assert.Equal("instance", refusal.Field);
    }
}
