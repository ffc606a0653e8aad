using System.Net;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class TryActionTests
{
    [Fact]
    public async Task An_action_runs_unsigned_in_the_default_sandbox()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var answer = await emulator.Control.TryActionAsync("CreateInstances", EmulatorApplication.Order().ToJsonString());
        var instance = answer.GetProperty("Response").GetProperty("InstanceIdSet")[0].GetString();
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
        var answer = await emulator.PostAsync(ControlPlanePaths.Action(action), body);
        Assert.Equal(code, (string?)answer["Response"]!["Error"]!["Code"]);
    }

    [Fact]
    public async Task The_token_of_the_control_plane_does_not_reach_the_gateway()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Control:Token=s3cret");
        await emulator.Control.TryActionAsync("DescribeZones").RefusedAsync(HttpStatusCode.Unauthorized);
        var answer = await new ControlPlaneClient(emulator.Client, "s3cret").TryActionAsync("DescribeZones");
        Assert.False(answer.GetProperty("Response").TryGetProperty("Error", out _));
    }

    [Fact]
    public async Task It_is_absent_where_every_call_is_signed()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");
        await emulator.Control.TryActionAsync("DescribeZones").RefusedAsync(HttpStatusCode.NotFound);
    }
}
