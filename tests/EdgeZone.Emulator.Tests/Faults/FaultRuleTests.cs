using System.Net;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Faults;

/// <summary>Rules are taken as they are understood, checked whole, and refused by the place of what is wrong.</summary>
public class FaultRuleTests
{
    private const string Fails = """{"error":{"code":"InternalError"}}""";
    private const string Work = """{"provisioning":{"phase":"pxe","outcome":"fails"}}""";

    private static readonly string Rules = ControlPlanePaths.Faults("default");

    [Fact]
    public async Task A_rule_is_answered_as_it_was_understood()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var response = await emulator.SendAsync(HttpMethod.Post, Rules, """
            {"name":"third-dies",
             "match":{"action":"CreateInstances","account":1300000001,"region":"ap-*","zone":"ap-guangzhou-1","instanceType":"BMS5.*","instanceName":"web-*","call":12,"index":3},
             "when":{"skip":2,"times":1,"every":3,"chance":0.25,"from":"2026-01-01T00:00:00Z","until":"2027-01-01T01:00:00+01:00"},
             "then":[null,{"provisioning":{"phase":"image","outcome":"slow","factor":10},"delay":"00:00:01"}],
             "required":true}
            """);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(ControlPlanePaths.Fault("default", "third-dies"), response.Headers.Location?.OriginalString);
        Assert.Equal(
            """
            {"id":"third-dies",
            "match":{"action":"CreateInstances","account":1300000001,"region":"ap-*","zone":"ap-guangzhou-1","instanceType":"BMS5.*","instanceName":"web-*","call":12,"index":3},
            "when":{"skip":2,"times":1,"every":3,"chance":0.25,"from":"2026-01-01T00:00:00Z","until":"2027-01-01T00:00:00Z"},
            "then":[null,{"delay":"00:00:01","provisioning":{"phase":"image","outcome":"slow","factor":10}}],"required":true,"hits":0,"fired":0,"calls":[]}
            """.ReplaceLineEndings(""),
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_rule_without_a_name_gets_one_and_an_outcome_need_not_be_in_a_list()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await AddAsync(emulator, """{"name":"fault-1","then":{"drop":"request"}}""");
        var rule = await AddAsync(emulator, $$"""{"then":{{Fails}} }""");

        Assert.Equal("fault-2", (string?)rule["id"]);
        Assert.Equal(
            """[{"error":{"code":"InternalError","message":"An internal error has occurred. Retry your request, but if the problem persists, contact us."}}]""",
            rule["then"]!.ToJsonString());
    }

    [Fact]
    public async Task A_code_that_no_document_knows_is_taken_and_flagged()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var rule = await AddAsync(emulator, """{"then":[null,{"error":{"code":"Odd.One"}}]}""");
        Assert.Equal("then[1].error.code: the documents of the API know no code 'Odd.One'.", (string?)rule["warnings"]![0]);
        Assert.Null((await AddAsync(emulator, """{"then":{"error":{"code":"ResourceInsufficient"}}}"""))["warnings"]);
    }

    [Fact]
    public async Task Rules_are_listed_in_their_order_and_by_whether_they_should_and_did_fire()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await AddAsync(emulator, $$"""{"name":"a","match":{"action":"DescribeZones"},"then":{{Fails}},"required":true}""");
        await AddAsync(emulator, $$"""{"name":"b","match":{"action":"DescribeInstances"},"then":{{Fails}},"required":true}""");
        await AddAsync(emulator, $$"""{"name":"c","match":{"action":"DescribeInstances"},"then":{{Fails}} }""");
        (await emulator.CallAsync("DescribeZones")).Refused("InternalError");

        Assert.Equal(["a", "b", "c"], (await emulator.Sandbox.ListFaultsAsync()).Faults.Select(rule => rule.Id));
        Assert.Equal(["b"], (await emulator.Sandbox.ListFaultsAsync(required: true, fired: false)).Faults.Select(rule => rule.Id));
        Assert.Equal(["a"], (await emulator.Sandbox.ListFaultsAsync(fired: true)).Faults.Select(rule => rule.Id));
        Assert.Equal("fired", (string?)(await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Get, $"{Rules}?fired=maybe"))["field"]);
    }

    [Fact]
    public async Task A_rule_is_shown_replaced_in_its_place_with_its_counters_at_nought_and_removed()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var fault = new FaultOutcome { Error = new FaultError("FailedOperation") };
        await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "a", Then = [fault] });
        await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "b", Then = [fault] });
        await emulator.CallAsync("DescribeZones");
        Assert.Equal((1L, 1L), await CountsAsync(emulator, "a"));

        await emulator.Sandbox.ReplaceFaultAsync("a", new FaultRule { Then = [new FaultOutcome { Error = new FaultError("InternalError") }] });

        Assert.Equal((0L, 0L), await CountsAsync(emulator, "a"));
        (await emulator.CallAsync("DescribeZones")).Refused("InternalError");
        await emulator.Sandbox.RemoveFaultAsync("a");
        (await emulator.CallAsync("DescribeZones")).Refused("FailedOperation");
        await emulator.Sandbox.ClearFaultsAsync();
        (await emulator.CallAsync("DescribeZones")).Succeeded();
        Assert.Equal(0, (await emulator.Sandbox.ListFaultsAsync()).Total);
        Assert.Equal("id", (await emulator.Sandbox.GetFaultAsync("a").RefusedAsync(HttpStatusCode.NotFound)).Field);
        Assert.Equal("id", (await emulator.Sandbox.RemoveFaultAsync("a").RefusedAsync(HttpStatusCode.NotFound)).Field);
        Assert.Equal("id", (await emulator.Sandbox.ReplaceFaultAsync("a", new FaultRule { Then = [fault] }).RefusedAsync(HttpStatusCode.NotFound)).Field);
    }

    [Fact]
    public async Task A_name_that_is_taken_and_one_rule_too_many_are_conflicts_and_another_name_for_a_rule_is_none_of_its()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Sandboxes:Faults=1");
        await AddAsync(emulator, $$"""{"name":"a","then":{{Fails}} }""");

        var full = await emulator.RefusalAsync(HttpStatusCode.Conflict, HttpMethod.Post, Rules, $$"""{"name":"b","then":{{Fails}} }""");
        Assert.Contains("Emulator:Sandboxes:Faults", (string?)full["detail"], StringComparison.Ordinal);
        var renamed = await emulator.RefusalAsync(
            HttpStatusCode.BadRequest, HttpMethod.Put, ControlPlanePaths.Fault("default", "a"), $$"""{"name":"b","then":{{Fails}} }""");
        Assert.Equal("name", (string?)renamed["field"]);

        await using var roomy = await EmulatorApplication.StartAsync();
        await AddAsync(roomy, $$"""{"name":"a","then":{{Fails}} }""");
        Assert.Equal(
            "name", (string?)(await roomy.RefusalAsync(HttpStatusCode.Conflict, HttpMethod.Post, Rules, $$"""{"name":"a","then":{{Fails}} }"""))["field"]);
    }

    [Fact]
    public async Task A_reset_clears_the_rules_and_looking_at_those_of_no_sandbox_makes_none()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await AddAsync(emulator, $$"""{"then":{{Fails}} }""");
        await emulator.Sandbox.ResetAsync();
        (await emulator.CallAsync("DescribeZones")).Succeeded();

        await emulator.Control.Sandbox("nobody").ListFaultsAsync().RefusedAsync(HttpStatusCode.NotFound);
        await emulator.Control.Sandbox("nobody").AddFaultAsync(new FaultRule { Then = [] }).RefusedAsync(HttpStatusCode.BadRequest);
        await emulator.Control.Sandbox("nobody").GetAsync().RefusedAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{}", "then")]
    [InlineData("""{"then":[]}""", "then")]
    [InlineData("""{"then":[null]}""", "then")]
    [InlineData("""{"then":null}""", "then")]
    [InlineData("""{"then":"error"}""", "then")]
    [InlineData("""{"then":{}}""", "then")]
    [InlineData("""{"then":[null,{}]}""", "then[1]")]
    [InlineData("""{"then":{"drop":"request","answer":"garbled"}}""", "then")]
    [InlineData("""{"then":{"colour":1}}""", "then.colour")]
    [InlineData("""{"then":[null,{"delay":5}]}""", "then[1].delay")]
    [InlineData("""{"then":[null,{"delay":"5"}]}""", "then[1].delay")]
    [InlineData("""{"then":{"delay":"00:00:00"}}""", "then.delay")]
    [InlineData("""{"then":{"delay":"-00:00:01"}}""", "then.delay")]
    [InlineData("""{"then":{"delay":"00:05:01"}}""", "then.delay")]
    [InlineData("""{"then":{"error":{}}}""", "then.error.code")]
    [InlineData("""{"then":{"error":{"code":1}}}""", "then.error.code")]
    [InlineData("""{"then":{"error":{"code":""}}}""", "then.error.code")]
    [InlineData("""{"then":{"error":{"code":"two words"}}}""", "then.error.code")]
    [InlineData("""{"then":{"error":"InternalError"}}""", "then.error")]
    [InlineData("""{"then":{"error":{"code":"A","text":"b"}}}""", "then.error.text")]
    [InlineData("""{"then":{"http":{}}}""", "then.http.status")]
    [InlineData("""{"then":{"http":{"status":99}}}""", "then.http.status")]
    [InlineData("""{"then":{"http":{"status":600}}}""", "then.http.status")]
    [InlineData("""{"then":{"http":{"status":204,"body":"x"}}}""", "then.http.body")]
    [InlineData("""{"then":{"http":{"status":502,"contentType":"a\nb"}}}""", "then.http.contentType")]
    [InlineData("""{"then":{"drop":"both"}}""", "then.drop")]
    [InlineData("""{"then":{"drop":"Request"}}""", "then.drop")]
    [InlineData("""{"then":{"answer":"lost"}}""", "then.answer")]
    [InlineData("""{"then":{"rival":{}}}""", "then.rival")]
    [InlineData("""{"then":{"rival":{"machines":-1}}}""", "then.rival.machines")]
    [InlineData("""{"then":{"rival":{"addresses":1,"for":"00:00:00"}}}""", "then.rival.for")]
    [InlineData("""{"then":{"machine":"broken"}}""", "then.machine")]
    [InlineData("""{"match":{"action":"TerminateInstances"},"then":{"machine":"unavailable"}}""", "then.machine")]
    [InlineData("""{"match":{"action":"DescribeZones"},"then":{"provisioning":{"phase":"pxe","outcome":"fails"}}}""", "then.provisioning.phase")]
    [InlineData("""{"match":{"action":"CreateInstances"},"then":{"provisioning":{"phase":"wipe","outcome":"fails"}}}""", "then.provisioning.phase")]
    [InlineData("""{"match":{"action":"TerminateInstances"},"then":{"provisioning":{"phase":"image","outcome":"fails"}}}""", "then.provisioning.phase")]
    [InlineData("""{"then":{"provisioning":{"phase":"boot","outcome":"fails"}}}""", "then.provisioning.phase")]
    [InlineData("""{"then":{"provisioning":{"outcome":"fails"}}}""", "then.provisioning.phase")]
    [InlineData("""{"then":{"provisioning":{"phase":"pxe"}}}""", "then.provisioning.outcome")]
    [InlineData("""{"then":{"provisioning":{"phase":"pxe","outcome":"slow"}}}""", "then.provisioning.factor")]
    [InlineData("""{"then":{"provisioning":{"phase":"pxe","outcome":"slow","factor":0}}}""", "then.provisioning.factor")]
    [InlineData("""{"then":{"provisioning":{"phase":"pxe","outcome":"slow","factor":1e400}}}""", "then.provisioning.factor")]
    [InlineData("""{"then":{"provisioning":{"phase":"pxe","outcome":"fails","factor":2}}}""", "then.provisioning.factor")]
    [InlineData($$"""{"match":{"index":3},"then":{{Fails}} }""", "match.index")]
    [InlineData($$"""{"match":{"index":3},"then":[{{Work}},{{Fails}}]}""", "match.index")]
    [InlineData($$"""{"match":{"action":"DescribeZones","index":3},"then":{{Work}} }""", "match.index")]
    [InlineData($$"""{"match":{"index":0},"then":{{Work}} }""", "match.index")]
    [InlineData($$"""{"match":{"index":101},"then":{{Work}} }""", "match.index")]
    [InlineData($$"""{"match":{"index":1.5},"then":{{Work}} }""", "match.index")]
    [InlineData($$"""{"match":{"index":99999999999},"then":{{Work}} }""", "match.index")]
    [InlineData($$"""{"match":{"action":"RunInstances"},"then":{{Fails}} }""", "match.action")]
    [InlineData($$"""{"match":{"action":""},"then":{{Fails}} }""", "match.action")]
    [InlineData($$"""{"match":{"action":"Run*"},"then":{{Fails}} }""", "match.action")]
    [InlineData($$"""{"match":{"action":"DescribeZones","zone":"ap-guangzhou-1"},"then":{{Fails}} }""", "match.zone")]
    [InlineData($$"""{"match":{"action":"DescribeZones","instanceName":"*"},"then":{{Fails}} }""", "match.instanceName")]
    [InlineData($$"""{"match":{"account":0},"then":{{Fails}} }""", "match.account")]
    [InlineData($$"""{"match":{"call":-1},"then":{{Fails}} }""", "match.call")]
    [InlineData($$"""{"match":[],"then":{{Fails}} }""", "match")]
    [InlineData($$"""{"match":{"colour":"red"},"then":{{Fails}} }""", "match.colour")]
    [InlineData($$"""{"when":{"skip":-1},"then":{{Fails}} }""", "when.skip")]
    [InlineData($$"""{"when":{"times":0},"then":{{Fails}} }""", "when.times")]
    [InlineData($$"""{"when":{"every":0},"then":{{Fails}} }""", "when.every")]
    [InlineData($$"""{"when":{"chance":0},"then":{{Fails}} }""", "when.chance")]
    [InlineData($$"""{"when":{"chance":1.01},"then":{{Fails}} }""", "when.chance")]
    [InlineData($$"""{"when":{"chance":"NaN"},"then":{{Fails}} }""", "when.chance")]
    [InlineData($$"""{"when":{"from":"2026-01-01T00:00:00"},"then":{{Fails}} }""", "when.from")]
    [InlineData($$"""{"when":{"from":"2026-01-02T00:00:00Z","until":"2026-01-01T00:00:00Z"},"then":{{Fails}} }""", "when.until")]
    [InlineData($$"""{"name":"","then":{{Fails}} }""", "name")]
    [InlineData($$"""{"name":"a b","then":{{Fails}} }""", "name")]
    [InlineData($$"""{"name":"..","then":{{Fails}} }""", "name")]
    [InlineData($$"""{"name":"a/b","then":{{Fails}} }""", "name")]
    [InlineData($$"""{"name":7,"then":{{Fails}} }""", "name")]
    [InlineData($$"""{"required":"yes","then":{{Fails}} }""", "required")]
    [InlineData($$"""{"colour":1,"then":{{Fails}} }""", "colour")]
    [InlineData($$"""{"then":{{Fails}},"then":{{Fails}} }""", "then")]
    [InlineData("""{"then":{"drop":"request","drop":"answer"}}""", "then.drop")]
    [InlineData($$"""{"match":{"action":"a","action":"b"},"then":{{Fails}} }""", "match.action")]
    public async Task A_rule_that_makes_no_sense_is_refused_by_its_place_and_changes_nothing(string body, string place)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var problem = await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Post, Rules, body);

        Assert.Equal((place, 0), ((string?)problem["field"], (await emulator.Sandbox.ListFaultsAsync()).Total));
        Assert.DoesNotContain("EdgeZone.", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(201, "name")]
    [InlineData(1025, "then.error.message")]
    public async Task Texts_have_a_length(int length, string place)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var text = new string('x', length);
        var body = place == "name" ? $$"""{"name":"{{text}}","then":{{Fails}} }""" : $$$"""{"then":{"error":{"code":"A","message":"{{{text}}}"} } }""";
        Assert.Equal(place, (string?)(await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Post, Rules, body))["field"]);
    }

    private static async Task<JsonNode> AddAsync(EmulatorApplication emulator, string body)
    {
        using var response = await emulator.SendAsync(HttpMethod.Post, Rules, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!;
    }

    private static async Task<(long Hits, long Fired)> CountsAsync(EmulatorApplication emulator, string id)
    {
        var rule = await emulator.Sandbox.GetFaultAsync(id);
        return (rule.Hits, rule.Fired);
    }
}
