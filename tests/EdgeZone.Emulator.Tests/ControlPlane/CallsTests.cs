using System.Diagnostics;
using System.Net;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class CallsTests
{
    private static readonly string Calls = ControlPlanePaths.Calls("default");

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
        var list = await emulator.Sandbox.ListCallsAsync(new CallFilter { Limit = 1 });
        Assert.Equal("DescribeInstances", Assert.Single(list.Calls).Action);
        Assert.Equal(2, list.Total);
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
        var list = await emulator.Sandbox.ListCallsAsync();
        Assert.Equal(["DescribePublicIps", "DescribeInstances"], list.Calls.Select(call => call.Action));
        Assert.Equal((3, true), (list.Total, list.Truncated));
    }

    [Fact]
    public async Task Without_a_memory_every_call_is_counted()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Sandboxes:Calls=0");
        await emulator.CallAsync("DescribeZones");
        await emulator.CallAsync("DescribeInstances", """{"Limit":1000}""");
        var list = await emulator.Sandbox.ListCallsAsync();
        Assert.Empty(list.Calls);
        Assert.Equal((2, true), (list.Total, list.Truncated));
        Assert.Equal(2, (await emulator.Sandbox.GetAsync()).Calls);
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

        var before = await emulator.Sandbox.ListCallsAsync();
        for (var i = 0; i < 100; i++)
        {
            await stranger.CallAsync("DescribeInstances", Filter(i));
        }

        var first = await emulator.Sandbox.ListCallsAsync();
        var second = await emulator.Control.Sandbox(ClientCredential.Stranger.SecretId).ListCallsAsync();

        Assert.Equal((100, false), (before.Calls.Count, before.Truncated));
        Assert.Equal((100, true), (first.Total, first.Truncated));
        Assert.Equal((100, false), (second.Total, second.Truncated));
        Assert.Equal(100, second.Calls.Count);
        var kept = first.Calls.Count;
        Assert.InRange(kept, 1, 40);
        Assert.Equal(
            Enumerable.Range(0, kept).Select(age => $"{99 - age:000}"),
            first.Calls.Select(call => call.Parameters.GetProperty("InstanceName").GetString()![..3]));
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

            var list = await emulator.Sandbox.ListCallsAsync();
            Assert.Equal((100, false), (list.Calls.Count, list.Truncated));
            await emulator.Sandbox.ResetAsync();
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

    [Theory]
    [InlineData("""{"Servers":[{"Password":"Ab1!Ab1!Ab1!","Port":22}]}""", """{"Servers":[{"Password":"***","Port":22}]}""")]
    [InlineData("""{"Server":{"Logins":[[{"password":["Ab1!Ab1!Ab1!"]}]]}}""", """{"Server":{"Logins":[[{"password":"***"}]]}}""")]
    [InlineData("""{"Server.Password":"Ab1!Ab1!Ab1!"}""", """{"Server.Password":"***"}""")]
    public async Task A_password_is_masked_wherever_it_is_put(string sent, string shown)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Mainland");
        (await emulator.CallAsync("CreateInstances", sent)).Refused("UnknownParameter");

        Assert.Equal(shown, (await emulator.Sandbox.GetCallAsync(1)).Call.Parameters.GetRawText());
    }

    [Theory]
    [InlineData("\"a\":{}")]
    [InlineData("\"a\":[[]]")]
    [InlineData("\"Password\":1")]
    [InlineData("\"a\":{\"b\":0}")]
    public async Task Of_what_could_not_be_bound_so_much_is_kept_and_no_more(string member)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Mainland");
        (await emulator.CallAsync("DescribeInstances", $"{{{string.Join(',', Enumerable.Repeat(member, 30_000))}}}")).Refused("UnknownParameter");

        Assert.InRange((await emulator.Sandbox.GetCallAsync(1)).Call.Parameters.GetRawText().Length, 63 * 1024, 64 * 1024);
    }

    private static string Filter(int number) => $$"""{"InstanceName":"{{number:000}}{{new string('x', 3_500)}}"}""";
}
