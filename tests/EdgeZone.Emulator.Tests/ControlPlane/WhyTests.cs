using System.Net;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>Whoever asks is told why an instance is as it is.</summary>
public class WhyTests
{
    private const string Sandbox = $"{ControlPlanePaths.Sandboxes}/default";

    /// <summary>Addresses after a second, the system two seconds later; two seconds for the wipe.</summary>
    private const string Fast = "Durations:Profile=Fast";

    [Fact]
    public async Task A_running_instance_has_a_chain_from_its_order_to_its_installation()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        var answer = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        emulator.Time.Advance(TimeSpan.FromMinutes(1));

        var why = await WhyAsync(emulator, answer.InstanceIds.Single());

        Assert.Equal("running", (string?)why["status"]);
        Assert.False((bool)why["truncated"]!);
        Assert.Null(why["next"]);
        Assert.Equal(
            [
                "0 call CreateInstances", "0 quotaTaken 0 1", "0 machinesReserved 16 15", "0 imageChosen 7.9", "0 instanceCreated allocating", "0 network 1",
                "1 addressesAssigned allocating allocating", "1 power 1.1", "1.1 pxe 1.3", "1.3 image 2.6", "2.6 configure 3",
                "3 systemInstalled allocating running",
            ],
            Told(why).Select(link => link.StartsWith("0 imageChosen", StringComparison.Ordinal) ? "0 imageChosen 7.9" : link));
        var call = why["chain"]![0]!["call"]!;
        Assert.Equal((1, "OK"), ((int)call["number"]!, (string?)call["outcome"]));
        Assert.Equal((SandboxFactory.DefaultAppId, "emulator"), ((long)call["appId"]!, (string?)call["secretId"]));
        Assert.Equal((string?)answer["RequestId"], (string?)call["requestId"]);
        Assert.Equal("BMS5.MEDIUM8, at most 10", (string?)why["chain"]![1]!["decision"]!["detail"]);
        Assert.Equal("BMS5.MEDIUM8", (string?)why["chain"]![2]!["decision"]!["detail"]);
        Assert.Equal("The default image, its newest version", (string?)why["chain"]![3]!["decision"]!["detail"]);
        Assert.StartsWith("srv-", (string?)why["chain"]![4]!["event"]!["detail"]);
    }

    [Fact]
    public async Task Of_the_work_under_way_it_tells_what_has_begun_what_is_planned_and_what_is_due_next()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        var id = await emulator.GivenInstanceAsync();
        var ordered = await WhyAsync(emulator, id);
        emulator.Time.Advance(TimeSpan.FromSeconds(2));

        var installing = await WhyAsync(emulator, id);

        Assert.Equal(["network 0 1 0 -", "power 1 1.1 - -", "pxe 1.1 1.3 - -", "image 1.3 2.6 - -", "configure 2.6 3 - -"], Phases(ordered));
        Assert.Equal(("assignAddresses", 1m), ((string?)ordered["next"]!["step"], Seconds(ordered["next"]!["due"]!)));
        Assert.Equal(["network 0 1 0 1", "power 1 1.1 1 1.1", "pxe 1.1 1.3 1.1 1.3", "image 1.3 2.6 1.3 -", "configure 2.6 3 - -"], Phases(installing));
        Assert.Equal(("installSystem", 3m), ((string?)installing["next"]!["step"], Seconds(installing["next"]!["due"]!)));
        Assert.Equal("allocating", (string?)installing["status"]);
    }

    [Fact]
    public async Task Changes_are_told_with_the_calls_that_made_them_and_an_instance_that_is_gone_is_told_to_its_end()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Durations:Profile=Instant", "Durations:Wipe=00:00:05");
        var id = await emulator.GivenInstanceAsync();
        emulator.Time.Advance(TimeSpan.FromSeconds(1));
        (await emulator.CallAsync("ModifyInstanceAttribute", $$"""{"InstanceId":"{{id}}","InstanceName":"api"}""")).Succeeded();
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{id}}"]}""")).Succeeded();
        var wiping = await WhyAsync(emulator, id);
        emulator.Time.Advance(TimeSpan.FromSeconds(5));

        var gone = await WhyAsync(emulator, id);

        Assert.Equal(("terminating", "wipeDisks", 6m), ((string?)wiping["status"], (string?)wiping["next"]!["step"], Seconds(wiping["next"]!["due"]!)));
        Assert.Equal("wipe 1 6 1 -", Phases(wiping).Last());
        Assert.Null(gone["status"]);
        Assert.Null(gone["next"]);
        Assert.False((bool)gone["truncated"]!);
        Assert.Equal(
            [
                "1 call ModifyInstanceAttribute", "1 instanceRenamed web api", "1 call TerminateInstances", "1 instanceTerminated running terminating",
                "1 wipe 6", "6 disksWiped terminating",
            ],
            Told(gone).TakeLast(6));
    }

    [Fact]
    public async Task One_that_could_not_be_made_ready_says_what_was_missing_and_has_no_installation()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        var network = await emulator.GivenStaticNetworkAsync();
        var id = await emulator.GivenInstanceAsync(publicNetwork: network);
        emulator.Time.Advance(TimeSpan.FromMinutes(1));

        var why = await WhyAsync(emulator, id);

        Assert.Equal("error", (string?)why["status"]);
        Assert.Equal("1 instanceFailed allocating error", Told(why).Last());
        Assert.Equal(["network 0 1 0 1"], Phases(why));
        Assert.Equal($"Public network {network} has no free IPv4 address", (string?)why["chain"]!.AsArray().Last()!["event"]!["detail"]);
    }

    [Fact]
    public async Task An_order_that_got_less_than_it_wanted_says_so_and_each_of_its_instances_has_its_own_chain()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        await emulator.PutAsync($"{Sandbox}/zones/{Seeded.Zone}/types/{Seeded.Medium}", """{"free":2,"quota":0}""");
        var order = EmulatorApplication.Order(count: 3);
        var ids = (await emulator.CallAsync("CreateInstances", order)).InstanceIds.ToArray();

        var whys = await Task.WhenAll(ids.Select(id => WhyAsync(emulator, id)));

        Assert.Equal(2, whys.Length);
        Assert.All(whys, why => Assert.Equal(
            [("0", "2", "BMS5.MEDIUM8, without a limit"), ("2", "0", "BMS5.MEDIUM8, 3 were wanted")],
            why["chain"]!.AsArray().Skip(1).Take(2).Select(link => link!["decision"]!)
                .Select(decided => ((string?)decided["before"], (string?)decided["after"], (string?)decided["detail"]))));
        Assert.All(whys, why => Assert.All(Events(why), happened => Assert.Equal((string?)why["instanceId"], (string?)happened["subject"])));
        Assert.NotEqual((string?)Events(whys[0]).First()["detail"], (string?)Events(whys[1]).First()["detail"]);
    }

    [Theory]
    [InlineData("ins-00000000")]
    [InlineData("INS")]
    [InlineData(Seeded.Zone)]
    [InlineData(Seeded.PrivateNetwork)]
    [InlineData("clock")]
    [InlineData("img-centos-7.9")]
    [InlineData("%20")]
    public async Task What_never_was_an_instance_is_not_found(string id)
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        await emulator.PutAsync($"{Sandbox}/clock", """{"mode":"frozen"}""");
        await emulator.GivenInstanceAsync();
        Assert.Equal("id", (string?)(await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Get, $"{Sandbox}/instances/{id}/why"))["field"]);
    }

    [Fact]
    public async Task An_instance_is_known_in_its_own_sandbox_only_and_nothing_else_is_taken()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        var id = await emulator.GivenInstanceAsync();
        await emulator.PostAsync($"{ControlPlanePaths.Sandboxes}/other/clock/advance", """{"by":"00:00:01"}""");

        Assert.Equal("id", await FieldAsync(HttpStatusCode.NotFound, $"{ControlPlanePaths.Sandboxes}/other/instances/{id}/why"));
        Assert.Equal("name", await FieldAsync(HttpStatusCode.NotFound, $"{ControlPlanePaths.Sandboxes}/nobody/instances/{id}/why"));
        Assert.Equal("limit", await FieldAsync(HttpStatusCode.BadRequest, $"{Sandbox}/instances/{id}/why?limit=1"));

        async Task<string?> FieldAsync(HttpStatusCode status, string path) => (string?)(await emulator.RefusalAsync(status, HttpMethod.Get, path))["field"];
    }

    [Fact]
    public async Task What_the_journal_has_forgotten_is_missing_and_said_to_be()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast, "Sandboxes:Calls=1");
        var id = await emulator.GivenInstanceAsync();
        await emulator.CallAsync("DescribeZones");
        var forgotten = await WhyAsync(emulator, id);
        emulator.Time.Advance(TimeSpan.FromMinutes(1));
        await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{id}}"]}""");
        emulator.Time.Advance(TimeSpan.FromMinutes(1));
        await emulator.CallAsync("DescribeZones");
        await emulator.CallAsync("DescribeZones");

        var problem = await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Get, $"{Sandbox}/instances/{id}/why");

        Assert.True((bool)forgotten["truncated"]!);
        Assert.Equal(["network 0 1 0 -", "power 1 1.1 - -", "pxe 1.1 1.3 - -", "image 1.3 2.6 - -", "configure 2.6 3 - -"], Phases(forgotten));
        Assert.All(forgotten["chain"]!.AsArray(), link => Assert.Equal("phase", (string?)link!["link"]));
        Assert.Contains("Emulator:Sandboxes:Calls", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_entry_had_room_for_is_missing_and_said_to_be()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast, "Sandboxes:Events=5");
        var id = (await emulator.GivenInstancesAsync(3))[0];
        var why = await WhyAsync(emulator, id);
        Assert.True((bool)why["truncated"]!);
        Assert.Equal("0 call CreateInstances", Told(why).First());
    }

    [Fact]
    public async Task A_fork_tells_what_happened_since()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        var id = await emulator.GivenInstanceAsync();
        using var made = await emulator.SendAsync(HttpMethod.Post, ControlPlanePaths.Sandboxes, """{"name":"fork","from":"default"}""");
        emulator.Time.Advance(TimeSpan.FromMinutes(1));

        var why = await emulator.GetAsync($"{ControlPlanePaths.Sandboxes}/fork/instances/{id}/why");

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.True((bool)why["truncated"]!);
        Assert.Equal("running", (string?)why["status"]);
        Assert.Equal("1 addressesAssigned allocating allocating", Told(why).First());
    }

    private static Task<JsonNode> WhyAsync(EmulatorApplication emulator, string id) => emulator.GetAsync($"{Sandbox}/instances/{id}/why");

    private static IEnumerable<JsonNode> Events(JsonNode why) => why["chain"]!.AsArray().Select(link => link!["event"]).OfType<JsonNode>();

    /// <summary>Each link as a line: when, what, and how it was before and is then.</summary>
    private static IEnumerable<string> Told(JsonNode why) => why["chain"]!.AsArray().Select(link =>
    {
        var what = (string)link!["link"]! switch
        {
            "call" => $"call {link["call"]!["action"]}",
            "phase" => $"{link["phase"]!["name"]} {Seconds(link["phase"]!["plannedEnd"]!)}",
            var kind => $"{link[kind]!["kind"]} {link[kind]!["before"]} {link[kind]!["after"]}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd(),
        };
        return $"{Seconds(link["at"]!)} {what}";
    });

    private static IEnumerable<string> Phases(JsonNode why) => why["chain"]!.AsArray().Select(link => link!["phase"]).OfType<JsonNode>().Select(phase =>
        $"{phase["name"]} {Seconds(phase["plannedBegin"]!)} {Seconds(phase["plannedEnd"]!)} {Maybe(phase["begin"])} {Maybe(phase["end"])}");

    private static string Maybe(JsonNode? instant) => instant is null ? "-" : FormattableString.Invariant($"{Seconds(instant)}");

    private static decimal Seconds(JsonNode instant) => (decimal)((DateTime)instant - EmulatorApplication.Start.UtcDateTime).TotalSeconds;
}
