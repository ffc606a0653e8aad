using System.Net;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class TryActionTests
{
    [Fact]
    public async Task An_action_runs_unsigned_in_the_default_sandbox()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var answer = await emulator.PostAsync("/_emulator/actions/CreateInstances", EmulatorApplication.Order().ToJsonString());
        var instance = (string?)answer["Response"]!["InstanceIdSet"]![0];
        Assert.Equal(instance, (string?)(await emulator.CallAsync("DescribeInstances"))["InstanceSet"]![0]!["InstanceId"]);
    }

    [Theory]
    [InlineData("Nothing", "{}", "InvalidAction")]
    [InlineData("DescribeZones", "", "InvalidParameter")]
    [InlineData("DescribeZones", "[]", "InvalidParameter")]
    [InlineData("CreateInstances", "{}", "MissingParameter")]
    [InlineData("DescribeInstances", """{"Nothing":1}""", "UnknownParameter")]
    public async Task A_refusal_is_the_APIs_own(string action, string body, string code)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var answer = await emulator.PostAsync($"/_emulator/actions/{action}", body);
        Assert.Equal(code, (string?)answer["Response"]!["Error"]!["Code"]);
    }

    [Fact]
    public async Task The_token_of_the_control_plane_does_not_reach_the_gateway()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Control:Token=s3cret");
        await emulator.RefusalAsync(HttpStatusCode.Unauthorized, HttpMethod.Post, "/_emulator/actions/DescribeZones", "{}");
        using var response = await emulator.SendAsync(
            HttpMethod.Post, "/_emulator/actions/DescribeZones", "{}", ("Authorization", "Bearer s3cret"));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["Response"]!;
        Assert.Null(answer["Error"]);
    }

    [Fact]
    public async Task It_is_absent_where_every_call_is_signed()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");
        await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Post, "/_emulator/actions/DescribeZones", "{}");
    }
}
