using System.Net;
using System.Text;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Connections;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>Whoever listens is told what happens when it happens.</summary>
public class EventsTests
{
    private const string Sandbox = $"{ControlPlanePaths.Sandboxes}/default";

    /// <summary>Addresses after a second, the system two seconds later; two seconds for the wipe.</summary>
    private const string Fast = "Durations:Profile=Fast";

    [Fact]
    public async Task A_call_is_told_after_what_it_did_and_every_message_has_the_next_id()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        await using var listener = await EventListener.StartAsync(emulator);
        var answer = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        await emulator.CallAsync("DescribeInstances", """{"Limit":1000}""");

        var told = await listener.TakeAsync(7);

        Assert.Equal(
            ["billingStarted", "quotaTaken", "machinesReserved", "imageChosen", "instanceCreated", "CreateInstances", "DescribeInstances"],
            told.Select(message => message.What));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], told.Select(message => message.Id));
        Assert.Equal(["happened", "happened", "happened", "happened", "happened", "call", "call"], told.Select(message => message.Event));
        Assert.Equal(answer.InstanceIds.Single(), (string?)told[4].Data["subject"]);
        Assert.Equal((1, "OK", 5), ((int)told[5].Data["number"]!, (string?)told[5].Data["outcome"], (int)told[5].Data["happened"]!));
        Assert.Equal((string?)answer["RequestId"], (string?)told[5].Data["requestId"]);
        Assert.True(told[5].Data.Decimal("milliseconds") > 0);
        Assert.NotEqual("OK", (string?)told[6].Data["outcome"]);
    }

    [Fact]
    public async Task A_command_is_told_as_it_stands_in_the_journal()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        await using var listener = await EventListener.StartAsync(emulator);
        await emulator.PutAsync($"{Sandbox}/clock", """{"mode":"frozen"}""");
        await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Post, $"{Sandbox}/clock/advance", """{"to":"2001-01-01T00:00:00Z"}""");

        var told = await listener.TakeAsync(3);

        Assert.Equal(["clockSet", "command", "command"], told.Select(message => message.What));
        Assert.Equal((1, "OK"), ((int)told[1].Data["number"]!, (string?)told[1].Data["outcome"]));
        Assert.Equal("frozen", ((string?)told[1].Data["command"]!["setClock"]!["mode"])?.ToLowerInvariant());
        Assert.Equal((2, "to"), ((int)told[2].Data["number"]!, (string?)told[2].Data["outcome"]));
        Assert.NotEmpty((string)told[2].Data["message"]!);
    }

    [Theory]
    [InlineData("Clock:Mode=Real", "", 1, 2)]
    [InlineData("Clock:Mode=Scaled", "Clock:Rate=4", 0.25, 0.5)]
    [InlineData("Clock:Mode=Scaled", "Clock:Rate=0.01", 100, 200)]
    public async Task Things_happen_when_they_are_due_though_nobody_looks(string mode, string rate, double toAddresses, double toSystem)
    {
        await using var emulator = await EmulatorApplication.StartAsync([Fast, mode, .. rate.Length > 0 ? [rate] : Array.Empty<string>()]);
        var id = await emulator.GivenInstanceAsync();
        await using var listener = await EventListener.StartAsync(emulator);

        emulator.Time.Advance(TimeSpan.FromSeconds(toAddresses));
        var addressed = await listener.NextAsync();
        emulator.Time.Advance(TimeSpan.FromSeconds(toSystem));
        var installed = await listener.NextAsync();

        Assert.Equal(("addressesAssigned", "systemInstalled"), (addressed.What, installed.What));
        Assert.Equal((id, id), ((string?)addressed.Data["subject"], (string?)installed.Data["subject"]));
        Assert.Equal(addressed.Id + 1, installed.Id);
        Assert.Null(addressed.Data["cause"]);
    }

    [Fact]
    public async Task What_becomes_due_by_a_call_that_comes_while_somebody_listens_happens_on_time_too()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        await using var listener = await EventListener.StartAsync(emulator);
        await emulator.GivenInstanceAsync();
        Assert.Equal("CreateInstances", (await listener.TakeAsync(6))[5].What);
        emulator.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("addressesAssigned", (await listener.NextAsync()).What);
    }

    [Fact]
    public async Task While_the_clock_is_frozen_nothing_happens_before_it_is_moved()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast, "Clock:Mode=Frozen");
        await emulator.GivenInstanceAsync();
        await using var listener = await EventListener.StartAsync(emulator);
        emulator.Time.Advance(TimeSpan.FromMinutes(10));
        await emulator.CallAsync("DescribeZones");
        await emulator.PostAsync($"{Sandbox}/clock/advance", """{"until":"next"}""");

        var told = await listener.TakeAsync(4);

        Assert.Equal(["DescribeZones", "addressesAssigned", "clockMoved", "command"], told.Select(message => message.What));
    }

    [Fact]
    public async Task Without_an_id_only_what_comes_from_now_on_is_told()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        await emulator.CallAsync("DescribeZones");
        await using var listener = await EventListener.StartAsync(emulator);
        await emulator.CallAsync("DescribePublicIps");
        var first = await listener.NextAsync();
        Assert.Equal((2, "DescribePublicIps"), (first.Id, first.What));
    }

    [Theory]
    [InlineData("1", 2)]
    [InlineData("4", 5)]
    [InlineData("5", 6)]
    [InlineData("6", 7)]
    [InlineData("7", 8)]
    [InlineData("8", 1)]
    [InlineData("0", 1)]
    [InlineData("-1", 1)]
    [InlineData("99999999999999999999", 1)]
    [InlineData("latest", 1)]
    [InlineData("1, 2", 1)]
    [InlineData("", 1)]
    public async Task It_goes_on_behind_an_id_that_was_sent_and_from_the_oldest_one_behind_any_other(string lastId, long first)
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        await emulator.GivenInstanceAsync();
        await emulator.CallAsync("DescribeZones");
        await using var listener = await EventListener.StartAsync(emulator, lastId: lastId);
        await emulator.CallAsync("DescribePublicIps");

        var told = await listener.TakeAsync((int)(9 - first));

        Assert.Equal(Enumerable.Range((int)first, (int)(9 - first)).Select(id => (long)id), told.Select(message => message.Id));
        Assert.Equal("DescribePublicIps", told.Last().What);
    }

    [Fact]
    public async Task Behind_an_id_whose_successor_is_forgotten_it_goes_on_from_the_oldest_that_is_kept()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast, "Sandboxes:Calls=2");
        for (var i = 0; i < 4; i++)
        {
            await emulator.CallAsync("DescribeZones");
        }

        await using var behind = await EventListener.StartAsync(emulator, lastId: "1");
        await using var next = await EventListener.StartAsync(emulator, lastId: "2");

        Assert.Equal((3, 3), ((await behind.NextAsync()).Id, (await next.NextAsync()).Id));
    }

    [Theory]
    [InlineData("POST", $"{Sandbox}/reset", false)]
    [InlineData("POST", ControlPlanePaths.Reset, false)]
    [InlineData("PUT", $"{Sandbox}/snapshot", true)]
    [InlineData("DELETE", $"{ControlPlanePaths.Sandboxes}/mine", false)]
    public async Task It_ends_with_the_sandbox(string method, string path, bool takesSnapshot)
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        using var made = await emulator.SendAsync(HttpMethod.Post, ControlPlanePaths.Sandboxes, """{"name":"mine"}""");
        await using var listener = await EventListener.StartAsync(emulator, method == "DELETE" ? "mine" : "default");
        var body = takesSnapshot ? (await emulator.GetAsync($"{Sandbox}/snapshot")).ToJsonString() : null;

        using var response = await emulator.SendAsync(new HttpMethod(method), path, body);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.True(await listener.EndsAsync());
    }

    [Fact]
    public async Task After_a_reset_it_goes_on_in_the_fresh_sandbox_from_its_beginning()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        await emulator.GivenInstanceAsync();
        using var reset = await emulator.SendAsync(HttpMethod.Post, $"{Sandbox}/reset");
        await emulator.CallAsync("DescribeZones");
        await using var listener = await EventListener.StartAsync(emulator, lastId: "6");
        var first = await listener.NextAsync();
        Assert.Equal((1, "DescribeZones"), (first.Id, first.What));
    }

    [Fact]
    public async Task As_many_listen_to_a_sandbox_as_the_setting_allows()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast, "Sandboxes:Listeners=2");
        await emulator.PutAsync($"{ControlPlanePaths.Sandboxes}/other/clock", """{"mode":"frozen"}""");
        await using var first = await EventListener.StartAsync(emulator);
        await using var second = await EventListener.StartAsync(emulator);

        var problem = await emulator.RefusalAsync(HttpStatusCode.Conflict, HttpMethod.Get, $"{Sandbox}/events");
        await using var elsewhere = await EventListener.StartAsync(emulator, "other");
        await emulator.CallAsync("DescribeZones");

        Assert.Equal("name", (string?)problem["field"]);
        Assert.Contains("Emulator:Sandboxes:Listeners", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(("DescribeZones", "DescribeZones"), ((await first.NextAsync()).What, (await second.NextAsync()).What));
    }

    [Fact]
    public async Task Where_nothing_is_remembered_nothing_is_told()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast, "Sandboxes:Calls=0");
        var problem = await emulator.RefusalAsync(HttpStatusCode.Conflict, HttpMethod.Get, $"{Sandbox}/events");
        Assert.Contains("Emulator:Sandboxes:Calls", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Sandbox}/events?after=1", HttpStatusCode.BadRequest, "after")]
    [InlineData($"{ControlPlanePaths.Sandboxes}/nobody/events", HttpStatusCode.NotFound, "name")]
    public async Task What_cannot_be_listened_to_is_refused_by_its_field(string path, HttpStatusCode status, string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        Assert.Equal(field, (string?)(await emulator.RefusalAsync(status, HttpMethod.Get, path))["field"]);
        Assert.Equal(1, (int)(await emulator.GetAsync(ControlPlanePaths.Sandboxes))["total"]!);
    }

    [Fact]
    public async Task A_silence_is_broken_every_fifteen_seconds()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast);
        using var response = await emulator.SendAsync(HttpMethod.Get, $"{Sandbox}/events");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var lines = new List<string?>();
        for (var i = 0; i < 3; i++)
        {
            lines.Add(await reader.ReadLineAsync());
            lines.Add(await reader.ReadLineAsync());
            emulator.Time.Advance(TimeSpan.FromSeconds(15));
        }

        Assert.Equal([": ", "", ": ", "", ": ", ""], lines);
    }

    [Fact]
    public async Task Calls_are_told_in_the_order_of_the_journal_whoever_calls_at_once()
    {
        const int calls = 160;
        await using var emulator = await EmulatorApplication.StartAsync(Fast, "RateLimit:Enabled=false");
        await using var listener = await EventListener.StartAsync(emulator);
        var telling = listener.TakeAsync(calls);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            for (var i = 0; i < calls / 16; i++)
            {
                await emulator.CallAsync("DescribeZones");
            }
        }));

        var told = await telling;
        Assert.Equal(Enumerable.Range(1, calls), told.Select(message => (int)message.Data["number"]!));
        Assert.Equal(Enumerable.Range(1, calls).Select(id => (long)id), told.Select(message => message.Id));
        Assert.All(told, message => Assert.NotNull(message.Data["milliseconds"]));
    }

    [Fact]
    public async Task Nobody_waits_for_a_listener_that_does_not_read_and_it_is_cut_off()
    {
        await using var emulator = await EmulatorApplication.StartAsync(Fast, "RateLimit:Enabled=false", "Sandboxes:Calls=200");
        using var lazy = await RawClient.ConnectAsync(emulator.Endpoint);
        await lazy.SendAsync($"GET {Sandbox}/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await lazy.ReadHeadAsync();

        // More than the buffers of the connection hold, then more than it may leave unread.
        for (var i = 0; i < 400; i++)
        {
            await emulator.CallAsync("DescribeInstances", $$"""{"InstanceName":"{{new string('x', 25_000)}}"}""");
        }

        await Task.WhenAll(Enumerable.Range(0, 1_100).Select(_ => emulator.CallAsync("DescribeZones")));

        Assert.False(Encoding.Latin1.GetString(await lazy.ReadToEndAsync()).EndsWith("0\r\n\r\n", StringComparison.Ordinal));
    }
}
