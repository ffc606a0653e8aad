using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Faults;

/// <summary>What rules do to the connection, over a real socket and in memory, and what is told of it.</summary>
public class FaultDeliveryTests
{
    private static readonly string Order = EmulatorApplication.Order().ToJsonString();

    [Fact]
    public async Task A_dropped_request_is_a_reset_without_a_byte_and_nothing_is_done()
    {
        await using var emulator = await WithAsync(new FaultOutcome { Drop = DroppedPart.Request });

        var end = await RawConnection.CallAsync(emulator.Endpoint, "CreateInstances", Order);

        Assert.Equal(new RawEnd("", WasReset: true), end);
        Assert.Empty((await emulator.Sandbox.GetHeldAsync()).Instances);
        Assert.Equal("Dropped", (await LastCallAsync(emulator)).Outcome);
    }

    [Fact]
    public async Task A_dropped_answer_is_a_reset_without_a_byte_after_the_work()
    {
        await using var emulator = await WithAsync(new FaultOutcome { Drop = DroppedPart.Answer });

        var end = await RawConnection.CallAsync(emulator.Endpoint, "CreateInstances", Order);

        Assert.Equal(new RawEnd("", WasReset: true), end);
        Assert.Single((await emulator.Sandbox.GetHeldAsync()).Instances);
        var call = await LastCallAsync(emulator);
        Assert.Equal(("OK", "dropAnswer"), (call.Outcome, call.Fault?.What));
        Assert.NotNull((await emulator.Sandbox.GetCallAsync(call.Number)).Answer);
    }

    [Fact]
    public async Task A_truncated_answer_announces_the_whole_and_brings_half_after_the_work()
    {
        await using var emulator = await WithAsync(new FaultOutcome { Answer = AnswerDamage.Truncated });

        var end = await RawConnection.CallAsync(emulator.Endpoint, "CreateInstances", Order);

        var announced = int.Parse(end.Head.Split("Content-Length: ")[1].Split("\r\n")[0], CultureInfo.InvariantCulture);
        Assert.Equal(announced / 2, end.Body.Length);
        Assert.StartsWith("""{"Response":{"InstanceIdSet":["ins-""", end.Body, StringComparison.Ordinal);
        Assert.Single((await emulator.Sandbox.GetHeldAsync()).Instances);
    }

    [Fact]
    public async Task A_garbled_answer_has_the_whole_length_and_is_no_JSON()
    {
        await using var emulator = await WithAsync(new FaultOutcome { Answer = AnswerDamage.Garbled });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(Order) };
        request.Headers.Add("X-TC-Action", "CreateInstances");

        using var response = await emulator.Client.SendAsync(request);

        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(response.Content.Headers.ContentLength, bytes.Length);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(bytes));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        var call = await LastCallAsync(emulator);
        Assert.Equal((await emulator.Sandbox.GetCallAsync(call.Number)).Answer!.Value.GetRawText().Length, bytes.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_comes_in_place_of_the_API(bool overSocket)
    {
        await using var emulator = await WithAsync(new FaultOutcome { Http = new FaultPage(502, "<h1>Bad Gateway ✗</h1>", "text/html; charset=utf-8") });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(Order) };
        request.Headers.Add("X-TC-Action", "CreateInstances");

        using var response = overSocket ? await emulator.Client.SendAsync(request) : await emulator.SendInMemoryAsync(request);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("<h1>Bad Gateway ✗</h1>", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(["faulty"], response.Headers.GetValues("X-Emulator-Fault"));
        Assert.False(response.Headers.Contains("X-TC-RequestId"));
        Assert.Empty((await emulator.Sandbox.GetHeldAsync()).Instances);
        var call = await LastCallAsync(emulator);
        Assert.Equal("HTTP 502", call.Outcome);
        Assert.Null((await emulator.Sandbox.GetCallAsync(call.Number)).Answer);
    }

    [Theory]
    [InlineData("Request", 0)]
    [InlineData("Answer", 1)]
    public async Task In_memory_a_dropped_call_fails_as_well(string part, int made)
    {
        await using var emulator = await WithAsync(new FaultOutcome { Drop = Enum.Parse<DroppedPart>(part) });

        await Assert.ThrowsAnyAsync<Exception>(() => emulator.SendUnsignedAsync("CreateInstances", Order));

        Assert.Equal(made, (await emulator.Sandbox.GetHeldAsync()).Instances.Count);
    }

    [Fact]
    public async Task In_memory_a_truncated_answer_fails_when_it_is_read()
    {
        await using var emulator = await WithAsync(new FaultOutcome { Answer = AnswerDamage.Truncated });

        await Assert.ThrowsAnyAsync<Exception>(() => emulator.SendUnsignedAsync("CreateInstances", Order));

        Assert.Single((await emulator.Sandbox.GetHeldAsync()).Instances);
    }

    [Fact]
    public async Task Delays_add_up_beside_another_outcome_and_pass_in_real_time()
    {
        await using var emulator = await WithAsync(new FaultOutcome { Delay = TimeSpan.FromSeconds(20) });
        await emulator.Sandbox.AddFaultAsync(new FaultRule
        {
            Name = "refusing",
            Then = [new FaultOutcome { Error = new FaultError("InternalError"), Delay = TimeSpan.FromSeconds(10) }],
        });

        var call = emulator.CallAsync("DescribeZones");
        var waited = TimeSpan.Zero;
        while (!call.IsCompleted)
        {
            emulator.Time.Advance(TimeSpan.FromSeconds(1));
            waited += TimeSpan.FromSeconds(1);
            await Task.Yield();
        }

        var answer = await call;
        answer.Refused("InternalError");
        Assert.True(waited >= TimeSpan.FromSeconds(30), $"{waited}");
        Assert.Equal("faulty, refusing", answer.Header("X-Emulator-Fault"));
        Assert.Equal(TimeSpan.FromSeconds(30), (await LastCallAsync(emulator)).Fault?.Delay);
    }

    [Fact]
    public async Task While_an_answer_is_delayed_the_sandbox_is_not_and_the_end_of_the_process_ends_the_delay()
    {
        var emulator = await WithAsync(new FaultOutcome { Delay = TimeSpan.FromMinutes(5) }, action: "DescribeInstances");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("{}") };
        request.Headers.Add("X-TC-Action", "DescribeInstances");
        var delayed = emulator.Client.SendAsync(request);
        while ((await emulator.Sandbox.ListCallsAsync()).Calls.Count == 0)
        {
            await Task.Yield();
        }

        (await emulator.CallAsync("DescribeZones")).Succeeded();
        Assert.Null((await emulator.Sandbox.ListCallsAsync(new CallFilter { Action = "DescribeInstances" })).Calls[0].Milliseconds);
        Assert.False(delayed.IsCompleted);

        await emulator.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => delayed);
    }

    [Fact]
    public async Task What_rules_did_is_told_in_the_header_the_list_of_calls_the_journal_and_the_events_and_never_in_Strict()
    {
        await using var emulator = await WithAsync(new FaultOutcome { Error = new FaultError("FailedOperation", "No.") });

        var answer = await emulator.CallAsync("DescribeZones");

        answer.Refused("FailedOperation", "No.");
        Assert.Equal("faulty", answer.Header("X-Emulator-Fault"));
        var call = await LastCallAsync(emulator);
        Assert.Equal("faulty error", $"{Assert.Single(call.Fault!.Rules)} {call.Fault.What}");
        Assert.Equal(
            ["faultFired faulty error DescribeZones"], call.Effects.Select(effect => $"{effect.Kind} {effect.Subject} {effect.After} {effect.Detail}"));
        var entry = JsonNode.Parse(await emulator.Sandbox.GetJournalAsync())!["entries"]!.AsArray().Single(entry => entry!["call"] is not null)!;
        Assert.Equal("""{"rules":["faulty"],"what":"error"}""", entry["fault"]!.ToJsonString());
        (await emulator.CallAsync("DescribeZones")).Refused("FailedOperation");

        await using var strict = await EmulatorApplication.StartAsync("Auth:Mode=Strict");
        await strict.Sandbox.AddFaultAsync(new FaultRule { Then = [new FaultOutcome { Error = new FaultError("FailedOperation") }] });
        Assert.Null((await strict.CallAsync("DescribeZones")).Refused("FailedOperation").Header("X-Emulator-Fault"));
    }

    [Fact]
    public async Task Without_a_rule_that_fires_there_is_no_header()
    {
        await using var emulator = await WithAsync(new FaultOutcome { Error = new FaultError("A") }, action: "DescribeInstances");
        Assert.Null((await emulator.CallAsync("DescribeZones")).Succeeded().Header("X-Emulator-Fault"));
    }

    private static async Task<EmulatorApplication> WithAsync(FaultOutcome outcome, string action = "*")
    {
        var emulator = await EmulatorApplication.StartAsync();
        await emulator.Sandbox.AddFaultAsync(new FaultRule { Name = "faulty", Match = new FaultMatch { Action = action }, Then = [outcome] });
        return emulator;
    }

    private static async Task<RecordedCall> LastCallAsync(EmulatorApplication emulator) =>
        (await emulator.Sandbox.ListCallsAsync(new CallFilter { Limit = 1 })).Calls[0];
}
