using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing;

namespace EdgeZone.Emulator.Tests.Testing;

/// <summary>What a test claims of the calls of its subject.</summary>
public sealed class SandboxCallsTests : IAsyncLifetime
{
    private EdgeZoneEmulator _emulator = null!;
    private Sandbox _sandbox = null!;

    public async Task InitializeAsync()
    {
        _emulator = await EdgeZoneEmulator.StartAsync();
        _sandbox = await _emulator.CreateSandboxAsync();
        using var client = _sandbox.CreateClient();
        await client.CallAsync("DescribeZones");
        await client.CallAsync("CreateInstances", Order("web-1", count: 2));
        await client.CallAsync("CreateInstances", Order("db", count: 1));
        await client.CallAsync("DescribeInstances", """{"InstanceStatus":["running"],"Zone":"ap-guangzhou-1"}""");
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task What_is_true_passes()
    {
        await _sandbox.Calls.VerifyCalledAsync("DescribeZones");
        await _sandbox.Calls.VerifyCalledAsync("CreateInstances", Times.Exactly(2));
        await _sandbox.Calls.VerifyCalledAsync("CreateInstances", Times.Once, ("InstanceName", "web-*"), ("InstanceCount", 2));
        await _sandbox.Calls.VerifyCalledAsync("CreateInstances", Times.AtMost(1), """{"InstanceName":"db"}""");
        await _sandbox.Calls.VerifyCalledAsync("DescribeInstances", with: new JsonObject { ["InstanceStatus"] = new JsonArray("running") });
        await _sandbox.Calls.VerifyNeverAsync("TerminateInstances");
        await _sandbox.Calls.VerifyNeverAsync("CreateInstances", """{"InstanceName":"web"}""");
        await _sandbox.Calls.VerifyOrderAsync("DescribeZones", "CreateInstances", "DescribeInstances");
        await _sandbox.Calls.VerifyOrderAsync(("CreateInstances", """{"InstanceName":"web-1"}"""), ("CreateInstances", """{"InstanceName":"db"}"""));
        Assert.Equal([1, 2, 3, 4], (await _sandbox.Calls.ListAsync()).Select(call => call.Number));
    }

    [Fact]
    public async Task What_is_not_names_the_nearest_call_and_the_members_that_differ()
    {
        var thrown = await FailsAsync(
            _sandbox.Calls.VerifyCalledAsync("CreateInstances", Times.Once, ("InstanceName", "db"), ("InstanceCount", 3), ("ImageId", "img-1")));

        Assert.StartsWith(
            """CreateInstances(InstanceName: "db", InstanceCount: 3, ImageId: "img-1") was to be called once, and was not.""",
            thrown.Message,
            StringComparison.Ordinal);
        var nearest = Assert.Single(thrown.Findings);
        Assert.StartsWith("Nearest came #3 CreateInstances(", nearest, StringComparison.Ordinal);
        Assert.EndsWith("→ OK: `InstanceCount` is 1, 3 was expected, `ImageId` is missing, \"img-1\" was expected.", nearest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_too_often_is_listed()
    {
        var thrown = await FailsAsync(_sandbox.Calls.VerifyNeverAsync("CreateInstances"));

        Assert.StartsWith("CreateInstances was to be called never, and was called 2 times.", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(["#2", "#3"], thrown.Findings.Select(finding => finding[..2]));
    }

    [Fact]
    public async Task What_never_came_lists_what_did()
    {
        var thrown = await FailsAsync(_sandbox.Calls.VerifyCalledAsync("TerminateInstances", Times.AtLeast(2)));

        Assert.Equal(
            "There was no call of TerminateInstances at all, but #1 DescribeZones, #2 CreateInstances, #3 CreateInstances, #4 DescribeInstances.",
            Assert.Single(thrown.Findings));
    }

    [Fact]
    public async Task Another_order_names_the_last_call_that_was_in_it()
    {
        var thrown = await FailsAsync(_sandbox.Calls.VerifyOrderAsync("DescribeZones", "DescribeInstances", "CreateInstances"));

        Assert.StartsWith("CreateInstances was to be called behind #4 DescribeInstances(", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("The calls were #1 DescribeZones, #2 CreateInstances", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_that_are_no_object_are_a_mistake_of_the_test()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _sandbox.Calls.VerifyCalledAsync("CreateInstances", with: "{"));
        await Assert.ThrowsAsync<ArgumentException>(() => _sandbox.Calls.VerifyCalledAsync("CreateInstances", with: new JsonArray()));
    }

    private static Task<VerificationException> FailsAsync(Task claim) => Assert.ThrowsAsync<VerificationException>(() => claim);

    private static string Order(string name, int count)
    {
        var order = JsonNode.Parse(ApiClient.Order)!;
        (order["InstanceName"], order["InstanceCount"]) = (name, count);
        return order.ToJsonString();
    }
}
