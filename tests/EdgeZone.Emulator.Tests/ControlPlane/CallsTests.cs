using System.Diagnostics;
using System.Net;
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
        var (refused, answered) = (list["calls"]![0]!, list["calls"]![1]!);
        Assert.Equal("DescribeInstances", (string?)refused["action"]);
        Assert.NotEqual("OK", (string?)refused["outcome"]);
        Assert.NotEmpty((string)refused["message"]!);
        Assert.Equal("CreateInstances", (string?)answered["action"]);
        Assert.Equal("OK", (string?)answered["outcome"]);
        Assert.Equal("emulator", (string?)answered["secretId"]);
        Assert.Contains("InstanceName=my-epm-instance", (string?)answered["parameters"], StringComparison.Ordinal);
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
    public async Task A_password_is_masked()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Mainland");
        var order = EmulatorApplication.Order();
        order["Password"] = "Ab1!Ab1!Ab1!";
        await emulator.CallAsync("CreateInstances", order);
        var list = await emulator.GetAsync(Calls);
        Assert.Equal("OK", (string?)list["calls"]![0]!["outcome"]);
        Assert.Contains("Password=***", (string?)list["calls"]![0]!["parameters"], StringComparison.Ordinal);
        Assert.DoesNotContain("Ab1!", list.ToJsonString(), StringComparison.Ordinal);
    }
}
