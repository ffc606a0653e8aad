using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Faults;

/// <summary>Which calls a rule concerns, and which of them it fires for.</summary>
public class FaultTimingTests
{
    private static readonly FaultOutcome Fails = Error("InternalError");

    [Fact]
    public async Task It_skips_counts_every_nth_and_stops_and_tells_where()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "a", When = new FaultTiming { Skip = 1, Every = 2, Times = 2 }, Then = [Fails] });

        var codes = await CallsAsync(emulator, 8);

        Assert.Equal([null, null, "InternalError", null, "InternalError", null, null, null], codes);
        var rule = await emulator.Sandbox.GetFaultAsync("a");
        Assert.Equal((8, 2), (rule.Hits, rule.Fired));
        // The rule itself has taken number 1.
        Assert.Equal([4, 6], rule.Calls);
    }

    [Fact]
    public async Task A_list_gives_one_outcome_a_hit_null_lets_pass_and_the_last_one_stays()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "a", Then = [Error("A"), null, Error("B")] });

        Assert.Equal(["A", null, "B", "B"], await CallsAsync(emulator, 4));
        Assert.Equal(3, (await emulator.Sandbox.GetFaultAsync("a")).Fired);
    }

    [Fact]
    public async Task The_first_that_fires_wins_and_the_next_one_has_its_turn_when_it_does_not()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "a", When = new FaultTiming { Times = 1 }, Then = [Error("A")] });
        await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "b", Then = [Error("B")] });

        Assert.Equal(["A", "B", "B"], await CallsAsync(emulator, 3));
        Assert.Equal(2, (await emulator.Sandbox.GetFaultAsync("b")).Hits);
    }

    [Fact]
    public async Task Chance_is_the_worlds_and_the_same_again()
    {
        var rule = new FaultRule { When = new FaultTiming { Chance = 0.5 }, Then = [Fails] };
        var drawn = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await using var emulator = await EmulatorApplication.StartAsync();
            await emulator.Sandbox.AddFaultAsync(rule);
            drawn.Add(string.Concat((await CallsAsync(emulator, 40)).Select(code => code is null ? '.' : 'x')));
        }

        Assert.Equal(drawn[0], drawn[1]);
        Assert.InRange(drawn[0].Count(letter => letter == 'x'), 8, 32);
    }

    [Fact]
    public async Task It_fires_in_a_span_of_the_sandboxs_time_and_calls_outside_are_none_of_its()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var start = EmulatorApplication.Start;
        await emulator.Sandbox.AddFaultAsync(new FaultRule
        {
            Name = "a",
            When = new FaultTiming { From = start.AddMinutes(1), Until = start.AddMinutes(2) },
            Then = [Fails],
        });

        (await emulator.CallAsync("DescribeZones")).Succeeded();
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await emulator.CallAsync("DescribeZones")).Refused("InternalError");
        await emulator.Sandbox.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await emulator.CallAsync("DescribeZones")).Succeeded();
        Assert.Equal(1, (await emulator.Sandbox.GetFaultAsync("a")).Hits);
    }

    public static TheoryData<string, string, bool> Conditions => new()
    {
        { """{"action":"CreateInstances"}""", "one", true },
        { """{"action":"Create*s"}""", "one", true },
        { """{"action":"*Instances*"}""", "one", true },
        { """{"action":"Describe*"}""", "one", false },
        { """{"account":1300000001}""", "one", true },
        { """{"account":1300000002}""", "one", false },
        { """{"region":"ap-g*"}""", "one", true },
        { """{"region":"ap-s*"}""", "one", false },
        { """{"zone":"ap-guangzhou-1"}""", "one", true },
        { """{"zone":"ap-chengdu-1"}""", "one", false },
        { """{"instanceType":"BMS5.*"}""", "one", true },
        { """{"instanceType":"bms5.*"}""", "one", false },
        { """{"instanceName":"web-*"}""", "web-1", true },
        { """{"instanceName":"*-*-9"}""", "web-8-9", true },
        { """{"instanceName":"web-*-1"}""", "web-1", false },
        { """{"instanceName":"web-*"}""", "db-1", false },
        { """{"call":2}""", "one", true },
        { """{"call":3}""", "one", false },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task A_condition_holds_or_does_not(string match, string name, bool holds)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var added = await emulator.SendAsync(
            HttpMethod.Post, ControlPlanePaths.Faults("default"), $$"""{"match":{{match}},"then":{"error":{"code":"InternalError"} } }""");
        added.EnsureSuccessStatusCode();

        var answer = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(name: name));

        Assert.Equal(holds ? "InternalError" : null, answer.Code);
    }

    [Fact]
    public async Task Only_calls_that_were_let_in_are_hits()
    {
        await using var emulator = await EmulatorApplication.StartAsync("RateLimit:Enabled=true", "RateLimit:PerSecond=2");
        await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "a", When = new FaultTiming { Skip = 100 }, Then = [Fails] });

        (await emulator.CallAsync("DescribeZones", """{"Colour":1}""")).Refused("UnknownParameter");
        (await emulator.CallAsync("DescribeZones")).Succeeded();
        (await emulator.CallAsync("DescribeZones")).Refused("RequestLimitExceeded");
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = ClientCredential.BuiltIn with { SecretKey = "wrong" } }))
            .Refused("AuthFailure.SignatureFailure");

        Assert.Equal(1, (await emulator.Sandbox.GetFaultAsync("a")).Hits);
    }

    [Fact]
    public async Task Many_callers_at_once_meet_a_rule_just_as_often_as_it_says()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "a", When = new FaultTiming { Times = 3 }, Then = [Fails] });

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => emulator.CallAsync("DescribeZones")));

        Assert.Equal(3, answers.Count(answer => answer.Code == "InternalError"));
        var rule = await emulator.Sandbox.GetFaultAsync("a");
        Assert.Equal((64, 3, 3), (rule.Hits, rule.Fired, rule.Calls.Count));
    }

    private static FaultOutcome Error(string code) => new() { Error = new FaultError(code) };

    private static async Task<List<string?>> CallsAsync(EmulatorApplication emulator, int count)
    {
        var codes = new List<string?>();
        for (var i = 0; i < count; i++)
        {
            codes.Add((await emulator.CallAsync("DescribeZones")).Code);
        }

        return codes;
    }
}
