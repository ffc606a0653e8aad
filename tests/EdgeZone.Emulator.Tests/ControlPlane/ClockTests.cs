using System.Net;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class ClockTests
{
    private const string Clock = "/_emulator/sandboxes/default/clock";
    private const string Advance = $"{Clock}/advance";

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
        var clock = await emulator.GetAsync(Clock);
        Assert.Equal(TimeSpan.FromSeconds(1), (DateTime)clock["nextDue"]! - (DateTime)clock["now"]!);
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

        var moved = await emulator.PostAsync(Advance, """{"until":"allocated"}""");

        Assert.Equal(4, (int)moved["total"]!);
        Assert.Equal(TimeSpan.FromSeconds(3), (DateTime)moved["to"]! - (DateTime)moved["from"]!);
    }

    [Fact]
    public async Task Each_describe_call_moves_the_clock_so_that_a_client_that_polls_is_done_at_once()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Realistic");
        var set = await emulator.PutAsync(Clock, """{"perDescribe":"00:05:00"}""");
        Assert.Equal(("frozen", "00:05:00"), ((string?)set["mode"], (string?)set["perDescribe"]));
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
        Assert.Equal(TimeSpan.FromMinutes(5 * looks), (DateTime)(await emulator.GetAsync(Clock))["now"]! - (DateTime)set["now"]!);
        Assert.Null((await emulator.PutAsync(Clock, """{"perDescribe":"00:00:00"}"""))["perDescribe"]);
    }

    [Fact]
    public async Task What_a_change_of_the_clock_does_not_name_stays()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.PutAsync(Clock, """{"mode":"scaled","rate":60,"perDescribe":"00:00:30"}""");
        await emulator.PutAsync(Clock, """{"perDescribe":"1.00:00:00"}""");
        await emulator.PutAsync(Clock, """{"mode":"frozen"}""");

        var clock = await emulator.GetAsync(Clock);

        Assert.Equal(("frozen", "1.00:00:00"), ((string?)clock["mode"], (string?)clock["perDescribe"]));
    }

    [Fact]
    public async Task Moving_to_the_next_step_plays_one()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast");
        await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        Assert.Equal(1, (int)(await emulator.PostAsync(Advance, """{"until":"next"}"""))["total"]!);
    }

    [Fact]
    public async Task A_long_list_is_cut_and_says_so()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen", "Durations:Profile=Fast", "Sandboxes:Events=1");
        await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        var moved = await emulator.PostAsync(Advance, """{"until":"idle"}""");
        Assert.Single(moved["events"]!.AsArray());
        Assert.Equal(2, (int)moved["total"]!);
        Assert.True((bool)moved["truncated"]!);
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
        Assert.Equal("real", (string?)(await emulator.GetAsync(Clock))["mode"]);
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
        var before = (string?)(await emulator.GetAsync(Clock))["now"];
        var problem = await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Post, Advance, body);
        Assert.Equal(field, (string?)problem["field"]);
        Assert.Equal(before, (string?)(await emulator.GetAsync(Clock))["now"]);
    }

    [Fact]
    public async Task An_unknown_instance_is_not_found()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var problem = await emulator.RefusalAsync(
            HttpStatusCode.NotFound, HttpMethod.Post, Advance, """{"until":"allocated","instance":"ins-00000000"}""");
        Assert.Equal("instance", (string?)problem["field"]);
    }
}
