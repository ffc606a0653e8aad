using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class CallsTests
{
    private const string Calls = "/_emulator/sandboxes/default/calls";

    [Fact]
    public async Task Calls_are_listed_latest_first_with_their_outcome()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var outside = Stopwatch.StartNew();
        var made = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        outside.Stop();
        await emulator.CallAsync("DescribeInstances", """{"Limit":1000}""");

        var list = await emulator.GetAsync(Calls);

        Assert.Equal(2, (int)list["total"]!);
        Assert.Equal(1000, (int)list["capacity"]!);
        Assert.False((bool)list["truncated"]!);
        var (refused, answered) = (list["calls"]![0]!, list["calls"]![1]!);
        Assert.Equal("DescribeInstances", (string?)refused["action"]);
        Assert.NotEqual("OK", (string?)refused["outcome"]);
        Assert.NotEmpty((string)refused["message"]!);
        Assert.Equal("CreateInstances", (string?)answered["action"]);
        Assert.Equal("OK", (string?)answered["outcome"]);
        Assert.Equal("emulator", (string?)answered["secretId"]);
        Assert.Equal("my-epm-instance", (string?)answered["parameters"]!["InstanceName"]);
        Assert.Equal((string?)made["RequestId"], (string?)answered["requestId"]);
        Assert.InRange(answered.Decimal("milliseconds"), 0.001, outside.Elapsed.TotalMilliseconds);
    }

    [Fact]
    public async Task A_limit_keeps_the_latest()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.CallAsync("DescribeZones");
        await emulator.CallAsync("DescribeInstances");
        var list = await emulator.GetAsync($"{Calls}?limit=1");
        Assert.Equal("DescribeInstances", (string?)Assert.Single(list["calls"]!.AsArray())!["action"]);
        Assert.Equal(2, (int)list["total"]!);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("")]
    [InlineData("1&limit=2")]
    [InlineData("99999999999")]
    public async Task A_bad_limit_is_refused(string limit)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        Assert.Equal("limit", (string?)(await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Get, $"{Calls}?limit={limit}"))["field"]);
    }

    [Fact]
    public async Task Over_its_number_a_sandbox_forgets_its_oldest_calls_and_says_so()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Sandboxes:Calls=2");
        await emulator.CallAsync("DescribeZones");
        await emulator.CallAsync("DescribeInstances");
        await emulator.CallAsync("DescribePublicIps");
        var list = await emulator.GetAsync(Calls);
        Assert.Equal(["DescribePublicIps", "DescribeInstances"], Actions(list));
        Assert.Equal(3, (int)list["total"]!);
        Assert.True((bool)list["truncated"]!);
    }

    [Fact]
    public async Task Without_a_memory_every_call_is_counted()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Sandboxes:Calls=0");
        await emulator.CallAsync("DescribeZones");
        await emulator.CallAsync("DescribeInstances", """{"Limit":1000}""");
        var list = await emulator.GetAsync(Calls);
        Assert.Empty(list["calls"]!.AsArray());
        Assert.Equal(2, (int)list["total"]!);
        Assert.True((bool)list["truncated"]!);
        Assert.Equal(2, (int)(await emulator.GetAsync("/_emulator/sandboxes"))["sandboxes"]![0]!["calls"]!);
    }

    [Fact]
    public async Task Over_the_memory_of_the_process_the_oldest_calls_go_first_whichever_sandbox_they_are_of()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Sandboxes:CallsMemory=1");
        var stranger = new TestCaller(emulator, ClientCredential.Stranger);
        // Of each call some 8 KiB are kept: a hundred fill most of 1 MiB, two hundred do not fit.
        for (var i = 0; i < 100; i++)
        {
            await emulator.CallAsync("DescribeInstances", Filter(i));
        }

        var before = await emulator.GetAsync(Calls);
        for (var i = 0; i < 100; i++)
        {
            await stranger.CallAsync("DescribeInstances", Filter(i));
        }

        var (first, second) = (await emulator.GetAsync(Calls), await emulator.GetAsync($"/_emulator/sandboxes/{ClientCredential.Stranger.SecretId}/calls"));

        Assert.False((bool)before["truncated"]!);
        Assert.Equal(100, before["calls"]!.AsArray().Count);
        Assert.Equal((100, true), ((int)first["total"]!, (bool)first["truncated"]!));
        Assert.Equal((100, false), ((int)second["total"]!, (bool)second["truncated"]!));
        Assert.Equal(100, second["calls"]!.AsArray().Count);
        var kept = first["calls"]!.AsArray().Count;
        Assert.InRange(kept, 1, 40);
        Assert.Equal(
            Enumerable.Range(0, kept).Select(age => $"{99 - age:000}"),
            first["calls"]!.AsArray().Select(call => ((string)call!["parameters"]!["InstanceName"]!)[..3]));
    }

    [Fact]
    public async Task The_calls_of_a_sandbox_that_was_reset_take_no_memory()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Sandboxes:CallsMemory=1");
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 100; i++)
            {
                await emulator.CallAsync("DescribeInstances", Filter(i));
            }

            var list = await emulator.GetAsync(Calls);
            Assert.Equal((100, false), (list["calls"]!.AsArray().Count, (bool)list["truncated"]!));
            using var reset = await emulator.SendAsync(HttpMethod.Post, "/_emulator/sandboxes/default/reset");
        }
    }

    [Fact]
    public async Task A_password_is_masked()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Mainland");
        var order = EmulatorApplication.Order();
        order["Password"] = "Ab1!Ab1!Ab1!";
        await emulator.CallAsync("CreateInstances", order);
        var list = await emulator.GetAsync(Calls);
        Assert.Equal("OK", (string?)list["calls"]![0]!["outcome"]);
        Assert.Equal("***", (string?)list["calls"]![0]!["parameters"]!["Password"]);
        Assert.DoesNotContain("Ab1!", list.ToJsonString(), StringComparison.Ordinal);
    }

    private static string Filter(int number) => $$"""{"InstanceName":"{{number:000}}{{new string('x', 3_500)}}"}""";

    private static IEnumerable<string> Actions(JsonNode list) => list["calls"]!.AsArray().Select(call => (string)call!["action"]!);
}
