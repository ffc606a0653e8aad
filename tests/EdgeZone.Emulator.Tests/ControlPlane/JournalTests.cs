using System.Net;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>The record of a sandbox: shown call by call, as one document, played again, and begun from in the middle.</summary>
public class JournalTests
{
    private static readonly string Calls = ControlPlanePaths.Calls("default");

    [Fact]
    public async Task Calls_and_commands_take_numbers_from_one_row()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.CallAsync("DescribeZones");
        await emulator.Sandbox.ChangeClockAsync(new ClockChange { Mode = ClockMode.Frozen });
        await emulator.Sandbox.GetClockAsync();
        (await emulator.CallAsync("DescribeInstances", """{"Colour":1}""")).Refused("UnknownParameter");

        var calls = (await emulator.Sandbox.ListCallsAsync()).Calls;

        Assert.Equal([3, 1], calls.Select(call => call.Number));
        Assert.Equal("number", (await emulator.Sandbox.GetCallAsync(2).RefusedAsync(HttpStatusCode.NotFound)).Field);
        Assert.Equal("number", (await emulator.Sandbox.GetCallAsync(4).RefusedAsync(HttpStatusCode.NotFound)).Field);
        var one = $"{ControlPlanePaths.Calls("default")}/one";
        Assert.Equal("number", (string?)(await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Get, one))["field"]);
    }

    [Fact]
    public async Task A_call_is_shown_with_the_whole_request_the_whole_answer_and_its_effects()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen");
        var answer = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 2));
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromMinutes(10));

        var shown = await emulator.GetAsync(ControlPlanePaths.Call("default", 1));

        var call = shown["call"]!;
        Assert.True(JsonNode.DeepEquals(EmulatorApplication.Order(count: 2), call["parameters"]));
        Assert.Equal("en-US", (string?)shown["language"]);
        Assert.Equal(answer.InstanceIds, shown["answer"]!["Response"]!["InstanceIdSet"]!.AsArray().Select(id => (string)id!));
        Assert.Equal((string?)answer["RequestId"], (string?)call["requestId"]);
        Assert.Equal(EmulatorApplication.Start.UtcDateTime, (DateTime)call["outside"]!);
        Assert.Equal(EmulatorApplication.Start.UtcDateTime, (DateTime)call["inside"]!);
        var made = call["effects"]!.AsArray().Where(effect => (string?)effect!["kind"] == "instanceCreated");
        Assert.Equal(answer.InstanceIds, made.Select(effect => (string)effect!["subject"]!));
    }

    [Fact]
    public async Task What_was_due_is_an_effect_of_the_call_before_which_it_was_done_and_has_no_cause()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var ids = await emulator.GivenInstancesAsync(1);
        emulator.Time.Advance(TimeSpan.FromMinutes(1));
        await emulator.CallAsync("DescribeInstances");

        var effects = (await emulator.Sandbox.ListCallsAsync(new CallFilter { Limit = 1 })).Calls[0].Effects;

        Assert.Equal(ids, effects.Where(effect => effect.Kind == "systemInstalled").Select(effect => effect.Subject));
        Assert.All(effects, effect => Assert.Null(effect.Cause));
    }

    [Theory]
    [InlineData("action=DescribeZones", new[] { 2 })]
    [InlineData("outcome=OK", new[] { 3, 2, 1 })]
    [InlineData("outcome=UnknownParameter", new[] { 4 })]
    [InlineData("secretId=bob", new[] { 3 })]
    [InlineData("after=2", new[] { 4, 3 })]
    [InlineData("after=2&outcome=OK&limit=1", new[] { 3 })]
    [InlineData("requestId=none", new int[0])]
    public async Task Calls_are_filtered(string query, int[] expected)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.CallAsync("DescribeInstances");
        await emulator.CallAsync("DescribeZones");
        await emulator.Bob.CallAsync("DescribeInstances");
        await emulator.CallAsync("DescribeInstances", """{"Colour":1}""");

        Assert.Equal(expected, (await emulator.GetAsync($"{Calls}?{query}"))["calls"]!.AsArray().Select(call => (int)call!["number"]!));
    }

    [Fact]
    public async Task A_call_is_found_by_its_request_id()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.CallAsync("DescribeZones");
        var wanted = await emulator.CallAsync("DescribeZones");

        var found = (await emulator.Sandbox.ListCallsAsync(new CallFilter { RequestId = wanted.RequestId })).Calls;

        Assert.Equal(2, Assert.Single(found).Number);
    }

    [Theory]
    [InlineData("acton=DescribeZones", "acton")]
    [InlineData("action=a&action=b", "action")]
    [InlineData("after=-1", "after")]
    public async Task A_filter_that_does_not_exist_is_refused_by_name(string query, string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Equal(field, (string?)(await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Get, $"{Calls}?{query}"))["field"]);
    }

    [Fact]
    public async Task What_could_not_be_bound_is_shown_as_it_was_sent_without_its_secrets()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Mainland");
        (await emulator.CallAsync("CreateInstances", """{"Colour":{"password":"Ab1!Ab1!","deep":[1]},"Password":"Ab1!Ab1!","Zone":5}"""))
            .Refused("UnknownParameter");

        var call = (await emulator.Sandbox.GetCallAsync(1)).Call;

        Assert.Equal("""{"Colour":{"password":"***","deep":[1]},"Password":"***","Zone":5}""", call.Parameters.GetRawText());
        Assert.Null(call.Inside);
    }

    [Fact]
    public async Task A_record_is_played_again_with_identical_answers()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await LiveAsync(emulator);
        var journal = await emulator.Sandbox.GetJournalAsync();

        var replay = await emulator.PostAsync(ControlPlanePaths.Replays, journal);

        Assert.Equal("""{"calls":9,"identical":true}""", replay.ToJsonString());
    }

    [Fact]
    public async Task A_record_is_played_again_by_another_emulator()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Mainland", "Chance=7", "Durations:Profile=Realistic");
        await LiveAsync(emulator);
        await using var other = await EmulatorApplication.StartAsync();

        var replay = await other.Control.ReplayAsync(await emulator.Sandbox.GetJournalAsync());

        Assert.Equal(new ReplayResult(9, Identical: true), replay);
        Assert.Equal(1, (await other.Control.ListSandboxesAsync()).Total);
    }

    [Fact]
    public async Task An_edited_record_tells_the_first_answer_that_is_another()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await LiveAsync(emulator);
        var journal = JsonNode.Parse(await emulator.Sandbox.GetJournalAsync())!;
        var order = journal["entries"]!.AsArray().Single(entry => (int)entry!["number"]! == 1)!;
        order["call"]!["parameters"]!["InstanceCount"] = 3;

        var replay = await emulator.PostAsync(ControlPlanePaths.Replays, journal.ToJsonString());

        Assert.False((bool)replay["identical"]!);
        Assert.Equal(1, (int)replay["difference"]!["number"]!);
        Assert.Equal(2, replay["difference"]!["expected"]!["Response"]!["InstanceIdSet"]!.AsArray().Count);
        Assert.Equal(3, replay["difference"]!["found"]!["Response"]!["InstanceIdSet"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_order_of_the_journal_is_the_order_of_effects_whoever_calls_at_once()
    {
        await using var emulator = await EmulatorApplication.StartAsync("RateLimit:Enabled=false", "Sandboxes:Calls=2000");
        var callers = Enumerable.Range(0, 64).Select(async caller =>
        {
            for (var i = 0; i < 4; i++)
            {
                var made = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(name: $"of-{caller}"));
                if (made.Code is null)
                {
                    await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{made.InstanceIds[0]}}"]}""");
                }

                await emulator.CallAsync("DescribeInstances");
                await emulator.Sandbox.AdvanceAsync(TimeSpan.FromSeconds(1));
            }
        });
        await Task.WhenAll(callers);

        var replay = await emulator.Control.ReplayAsync(await emulator.Sandbox.GetJournalAsync());

        Assert.True(replay.Identical, $"{replay.Difference}");
    }

    [Theory]
    [InlineData("version", "2", "version")]
    [InlineData("edition", "\"lunar\"", "edition")]
    [InlineData("colour", "1", "colour")]
    [InlineData("beginning.version", "9", "beginning.version")]
    [InlineData("entries.0", "null", "entries[0]")]
    [InlineData("entries.0.number", "0", "entries[0].number")]
    [InlineData("entries.1.number", "1", "entries[1].number")]
    [InlineData("entries.0.call", "null", "entries[0]")]
    [InlineData("entries.0.call.action", "\"Fly\"", "entries[0].call.action")]
    [InlineData("entries.0.call.language", "\"de\"", "entries[0].call.language")]
    [InlineData("entries.0.call.parameters", "[]", "entries[0].call.parameters")]
    [InlineData("entries.0.call.parameters.Zone", "5", "entries[0].call.parameters")]
    [InlineData("entries.0.call.colour", "5", "entries[0].call.colour")]
    [InlineData("entries.3.command", "{}", "entries[3].command")]
    [InlineData("entries.3.command.advanceClock", "{}", "entries[3].command.advanceClock")]
    [InlineData("entries.3.command.advanceClock.by", "5", "entries[3].command.advanceClock.by")]
    public async Task A_bad_record_is_refused_by_the_place_of_its_fault(string place, string value, string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await LiveAsync(emulator);
        var journal = JsonNode.Parse(await emulator.Sandbox.GetJournalAsync())!;
        var steps = place.Split('.');
        var parent = steps[..^1].Aggregate(journal, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (parent is JsonArray array)
        {
            array[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(value);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }

        var refusal = await emulator.Control.ReplayAsync(journal.ToJsonString()).RefusedAsync(HttpStatusCode.BadRequest);

        Assert.Equal(field, refusal.Field);
    }

    [Fact]
    public async Task A_record_that_is_cut_says_so_and_names_the_setting()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Sandboxes:Calls=2");
        for (var i = 0; i < 3; i++)
        {
            await emulator.CallAsync("DescribeZones");
        }

        var journal = await emulator.Sandbox.GetJournalAsync().RefusedAsync(HttpStatusCode.Conflict);
        var fork = await emulator.Sandbox.ForkAsync(beforeCall: 3).RefusedAsync(HttpStatusCode.Conflict);

        Assert.All([journal, fork], refusal => Assert.Contains("Emulator:Sandboxes:Calls", refusal.Detail, StringComparison.Ordinal));
        Assert.Equal("call", fork.Field);
        Assert.Equal(1, (await emulator.Control.ListSandboxesAsync()).Total);
    }

    [Fact]
    public async Task A_fork_begins_as_its_origin_was_just_before_a_call()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Clock:Mode=Frozen");
        await emulator.GivenInstancesAsync(1);
        var second = await emulator.GivenInstancesAsync(1);
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        await emulator.GivenInstancesAsync(1);

        var made = await emulator.Control.CreateSandboxAsync(new SandboxOptions { Name = "fork", From = "default", Call = 2 });

        Assert.Equal(EmulatorApplication.Start, made.Time);
        var fork = emulator.Control.Sandbox("fork");
        Assert.Empty((await fork.GetHeldAsync()).Instances);
        var caller = emulator.CallerOf(made);
        Assert.Equal(1, (int)(await caller.CallAsync("DescribeInstances"))["TotalCount"]!);
        var again = await caller.CallAsync("CreateInstances", EmulatorApplication.Order().ToJsonString());
        Assert.Equal(second, again.InstanceIds);
        Assert.Equal(new ReplayResult(2, Identical: true), await emulator.Control.ReplayAsync(await fork.GetJournalAsync()));
    }

    [Theory]
    [InlineData("""{"from":"default","call":0}""", "call")]
    [InlineData("""{"from":"default","call":3}""", "call")]
    [InlineData("""{"call":1}""", "call")]
    [InlineData("""{"from":"default","call":"first"}""", "call")]
    [InlineData("""{"edition":"lunar"}""", "edition")]
    [InlineData("""{"rateLimit":{}}""", "rateLimit")]
    [InlineData("""{"rateLimit":{"perSecond":0}}""", "rateLimit.perSecond")]
    public async Task A_sandbox_that_cannot_be_is_not_made(string body, string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.CallAsync("DescribeZones");
        await emulator.CallAsync("DescribeZones");

        var problem = await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Post, ControlPlanePaths.Sandboxes, body);

        Assert.Equal(field, (string?)problem["field"]);
        Assert.Equal(1, (await emulator.Control.ListSandboxesAsync()).Total);
    }

    [Fact]
    public async Task A_sandbox_speaks_the_edition_that_it_was_made_with()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var newer = emulator.CallerOf(await emulator.Control.CreateSandboxAsync(new SandboxOptions { Edition = EmulatorEdition.Mainland }));

        (await newer.CallAsync("DescribeZones", """{"FilterByAppId":true}""")).Succeeded();
        (await emulator.CallAsync("DescribeZones", """{"FilterByAppId":true}""")).Refused("UnknownParameter");
    }

    [Fact]
    public async Task A_sandbox_has_the_rate_limit_that_it_was_made_with_and_what_that_refuses_is_in_its_journal()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var limited = new SandboxOptions { Name = "slow", RateLimit = new SandboxRateLimit { Enabled = true, PerSecond = 1 } };
        var unlimited = new SandboxOptions { RateLimit = new SandboxRateLimit { Enabled = false } };
        var slow = emulator.CallerOf(await emulator.Control.CreateSandboxAsync(limited));
        var free = emulator.CallerOf(await emulator.Control.CreateSandboxAsync(unlimited));

        (await slow.CallAsync("DescribeZones")).Succeeded();
        (await slow.CallAsync("DescribeZones")).Refused("RequestLimitExceeded");
        for (var i = 0; i < 30; i++)
        {
            (await free.CallAsync("DescribeZones")).Succeeded();
        }

        var sandbox = emulator.Control.Sandbox("slow");
        Assert.Equal(["RequestLimitExceeded", "OK"], (await sandbox.ListCallsAsync()).Calls.Select(call => call.Outcome));
        Assert.Equal(new ReplayResult(2, Identical: true), await emulator.Control.ReplayAsync(await sandbox.GetJournalAsync()));
    }

    private static async Task LiveAsync(EmulatorApplication emulator)
    {
        var made = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 2, name: "live"));
        await emulator.CallAsync("DescribeInstances");
        emulator.Time.Advance(TimeSpan.FromMinutes(3));
        await emulator.CallAsync("DescribeInstances", """{"Colour":1}""");
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromHours(1));
        await emulator.Sandbox.ChangeStockAsync(Seeded.Zone, Seeded.Medium, new StockChange { Free = 1 });
        await emulator.CallAsync("DescribeInstances");
        await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 2, name: "more"));
        await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{made.InstanceIds[0]}}"]}""");
        await emulator.Sandbox.ChangeClockAsync(new ClockChange { Mode = ClockMode.Scaled, Rate = 60 });
        emulator.Time.Advance(TimeSpan.FromSeconds(20));
        await emulator.Sandbox.AdvanceUntilIdleAsync();
        await emulator.CallAsync("DescribeInstances", """{"Limit":1000}""");
        await emulator.CallAsync("DescribeInstances");
        await emulator.Bob.CallAsync("DescribePublicIps");
    }
}
