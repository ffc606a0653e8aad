using System.Net;
using System.Text.Json;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing;

/// <summary>A sentence about what shall go wrong says the rule that the control plane takes, and is checked when it is said.</summary>
public sealed class FaultSentenceTests : IAsyncLifetime
{
    private EdgeZoneEmulator _emulator = null!;
    private Sandbox _sandbox = null!;

    public async Task InitializeAsync()
    {
        _emulator = await EdgeZoneEmulator.StartAsync();
        _sandbox = await _emulator.CreateSandboxAsync();
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public void Every_condition_has_a_word()
    {
        var (from, until) = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1));

        Says(
            """
            {"match":{"action":"CreateInstances","account":1300000001,"region":"ap-*","zone":"ap-guangzhou-1",
            "instanceType":"BMS5.*","instanceName":"web-*","call":12,"index":3},
            "when":{"skip":2,"times":1,"every":3,"chance":0.25,"from":"1970-01-01T00:00:00+00:00","until":"1970-01-01T01:00:00+00:00"},
            "then":[{"provisioning":{"phase":"pxe","outcome":"fails"}}],"required":true}
            """,
            Create.Account(1_300_000_001).InRegion("ap-*").InZone("ap-guangzhou-1").OfType("BMS5.*").Named("web-*").Call(12).Machine(3)
                .Third().Every(3).WithChance(0.25).Between(from, until).FailsAt(Phase.Pxe).Required());
        Says("""{"match":{"action":"CreateInstances"},"when":{"skip":0,"times":1},"then":[{"machine":"unavailable"}]}""", Create.First().Unavailable());
        Says("""{"match":{"action":"CreateInstances"},"when":{"skip":1,"times":1},"then":[{"machine":"unavailable"}]}""", Create.Second().Unavailable());
        Says(
            """{"match":{"action":"CreateInstances"},"when":{"skip":4,"times":2},"then":[{"machine":"unavailable"}]}""",
            Create.Skip(4).Times(2).Unavailable());
    }

    [Fact]
    public void Every_outcome_has_a_word()
    {
        Says("""{"match":{"action":"CreateInstances"},"then":[{"provisioning":{"phase":"wipe","outcome":"hangs"}}]}""", Create.HangsAt(Phase.Wipe));
        Says("""{"match":{"action":"CreateInstances"},"then":[{"provisioning":{"phase":"image","outcome":"slow","factor":10}}]}""", Create.Slows(Phase.Image));
        Says("""{"match":{"action":"CreateInstances"},"then":[{"error":{"code":"RequestLimitExceeded"}}]}""", Create.Throttles());
        Says("""{"match":{"action":"CreateInstances"},"then":[{"error":{"code":"My.Own","message":"No."}}]}""", Create.Throws("My.Own", "No."));
        Says("""{"match":{"action":"CreateInstances"},"then":[{"drop":"answer"}]}""", Create.LosesAnswer());
        Says("""{"match":{"action":"CreateInstances"},"then":[{"drop":"request"}]}""", Create.LosesRequest());
        Says("""{"match":{"action":"CreateInstances"},"then":[{"delay":"00:00:02"}]}""", Create.Delays(TimeSpan.FromSeconds(2)));
        Says("""{"match":{"action":"CreateInstances"},"then":[{"http":{"status":502,"body":"Bad gateway"}}]}""", Create.AnswersHttp(502, "Bad gateway"));
        Says("""{"match":{"action":"CreateInstances"},"then":[{"answer":"truncated"}]}""", Create.Truncates());
        Says("""{"match":{"action":"CreateInstances"},"then":[{"answer":"garbled"}]}""", Create.Garbles());
    }

    [Fact]
    public void Outcomes_follow_one_another_and_the_last_may_come_late()
    {
        Says(
            """
            {"name":"bad-day","match":{"action":"CreateInstances"},
            "then":[{"error":{"code":"RequestLimitExceeded"}},null,{"delay":"00:00:01","drop":"answer"}],"required":true}
            """,
            Create.Throttles().Then.Passes().Required().Then.LosesAnswer().After(TimeSpan.FromSeconds(1)).As("bad-day"));
    }

    [Fact]
    public void A_rival_takes_what_is_said()
    {
        Says(
            """
            {"match":{"action":"CreateInstances"},"when":{"times":1},
            "then":[{"rival":{"machines":2,"addresses":3,"for":"00:10:00","zone":"ap-guangzhou-1","instanceType":"BMS5.MEDIUM8"}}],"required":true}
            """,
            _sandbox.Faults.Rival().TakesMachines(2, "ap-guangzhou-1", "BMS5.MEDIUM8").TakesAddresses(3).For(TimeSpan.FromMinutes(10)).Required());
        Says(
            """{"match":{"action":"*"},"then":[{"rival":{"addresses":1,"zone":"ap-guangzhou-1"}},{"error":{"code":"InternalError"}}]}""",
            _sandbox.Faults.On("*").Rival().TakesAddresses(1, "ap-guangzhou-1").Then.Throws("InternalError"));
    }

    [Fact]
    public async Task A_sentence_is_added_when_it_is_awaited_and_tells_what_became_of_it()
    {
        using var client = _sandbox.CreateClient();
        var fault = await _sandbox.Faults.On("DescribeZones").Second().Throttles().As("busy");

        var codes = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            codes.Add((string?)(await client.CallAsync("DescribeZones"))["Error"]?["Code"]);
        }

        Assert.Equal([null, "RequestLimitExceeded", null], codes);
        Assert.Equal(("busy", 3, 1), (fault.Id, await fault.HitsAsync(), await fault.FiredAsync()));
        Assert.Equal([3], (await fault.GetAsync()).Calls);
        Assert.Equal("busy", Assert.Single(await _sandbox.Faults.ListAsync()).Id);
        await fault.RemoveAsync();
        Assert.Empty(await _sandbox.Faults.ListAsync());
    }

    [Fact]
    public async Task A_sentence_that_makes_no_sense_is_refused_with_the_member_that_is_wrong()
    {
        var refused = await Assert.ThrowsAsync<ControlPlaneException>(async () => await Create.Machine(0).LosesAnswer());

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("match.index", refused.Field, StringComparison.Ordinal);
        Assert.NotEmpty((await _sandbox.Faults.On("*").Throws("My.Own")).Warnings);
        await _sandbox.Faults.ClearAsync();
        Assert.Empty(await _sandbox.Faults.ListAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_answer_is_a_broken_connection_in_memory_as_over_a_socket(bool overSocket)
    {
        await using var emulator = overSocket ? await EdgeZoneEmulator.ConnectAsync(_emulator.Endpoint) : null;
        await using var sandbox = await (emulator ?? _emulator).CreateSandboxAsync();
        using var client = sandbox.CreateClient();
        await sandbox.Faults.On("CreateInstances").First().LosesAnswer();
        await sandbox.Faults.On("DescribeInstances").First().Truncates().Then.LosesRequest();

        var lost = await Assert.ThrowsAsync<HttpRequestException>(() => client.OrderAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => client.CallAsync("DescribeInstances"));

        Assert.IsType<IOException>(lost.InnerException, exactMatch: false);
        Assert.Single((await sandbox.HeldAsync()).Instances);
    }

    private FaultConditions Create => _sandbox.Faults.On("CreateInstances");

    private static void Says(string json, FaultSentence sentence) =>
        Assert.Equal(json.ReplaceLineEndings(""), JsonSerializer.Serialize(sentence.Rule, ControlJson.Default.FaultRule));
}
