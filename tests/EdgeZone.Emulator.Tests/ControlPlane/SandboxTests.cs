using System.Net;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class SandboxTests
{
    private const string Frozen = """{"mode":"frozen"}""";

    [Fact]
    public async Task Sandboxes_are_listed_with_their_time_and_calls()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.CallAsync("DescribeZones");
        await emulator.PutAsync("/_emulator/sandboxes/another/clock", Frozen);
        var list = await emulator.GetAsync("/_emulator/sandboxes");
        Assert.Equal(2, (int)list["total"]!);
        Assert.Equal(1000, (int)list["maximum"]!);
        Assert.Equal(["another:0", "default:1"], list["sandboxes"]!.AsArray().Select(sandbox => $"{sandbox!["name"]}:{sandbox["calls"]}"));
        Assert.EndsWith("Z", (string)list["sandboxes"]![0]!["now"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_sandbox_is_a_fresh_one_and_the_others_stay()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var first = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        await emulator.PutAsync("/_emulator/sandboxes/another/clock", Frozen);

        using var response = await emulator.SendAsync(HttpMethod.Post, "/_emulator/sandboxes/default/reset");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(0, (int)(await emulator.CallAsync("DescribeInstances"))["TotalCount"]!);
        var again = await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        Assert.Equal(first["InstanceIdSet"]!.ToJsonString(), again["InstanceIdSet"]!.ToJsonString());
        Assert.Equal("frozen", (string?)(await emulator.GetAsync("/_emulator/sandboxes/another/clock"))["mode"]);
    }

    [Fact]
    public async Task A_reset_of_everything_leaves_only_the_default_sandbox()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.PutAsync("/_emulator/sandboxes/another/clock", Frozen);
        using var response = await emulator.SendAsync(HttpMethod.Post, "/_emulator/reset");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("default", (string?)Assert.Single((await emulator.GetAsync("/_emulator/sandboxes"))["sandboxes"]!.AsArray())!["name"]);
    }

    [Fact]
    public async Task A_known_SecretId_names_the_sandbox_it_leads_to()
    {
        await using var emulator = await EmulatorApplication.StartAsync(
            "Credentials:0:SecretId=AKIDteam", "Credentials:0:SecretKey=k", "Credentials:0:Sandbox=team");
        await emulator.PutAsync("/_emulator/sandboxes/emulator/clock", Frozen);
        await emulator.PutAsync("/_emulator/sandboxes/AKIDteam/clock", Frozen);
        Assert.Equal("frozen", (string?)(await emulator.GetAsync("/_emulator/sandboxes/default/clock"))["mode"]);
        Assert.Equal("frozen", (string?)(await emulator.GetAsync("/_emulator/sandboxes/team/clock"))["mode"]);
    }

    [Theory]
    [InlineData("clock")]
    [InlineData("calls")]
    [InlineData("zones/ap-guangzhou-1/types/BMS5.MEDIUM8")]
    public async Task Looking_makes_no_sandbox(string path)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var problem = await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Get, $"/_emulator/sandboxes/nobody/{path}");
        Assert.Contains("nobody", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal("name", (string?)problem["field"]);
    }

    [Theory]
    [InlineData("PUT", "clock", Frozen)]
    [InlineData("POST", "clock/advance", """{"until":"idle"}""")]
    [InlineData("PUT", "zones/ap-guangzhou-1/types/BMS5.MEDIUM8", """{"free":1}""")]
    [InlineData("POST", "reset", "")]
    public async Task A_change_makes_the_sandbox_it_names_within_the_bound(string method, string path, string body)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Sandboxes:Maximum=2");
        using var made = await emulator.SendAsync(new HttpMethod(method), $"/_emulator/sandboxes/second/{path}", body);
        Assert.True(made.IsSuccessStatusCode);

        var problem = await emulator.RefusalAsync(HttpStatusCode.Conflict, new HttpMethod(method), $"/_emulator/sandboxes/third/{path}", body);

        Assert.Contains("Emulator:Sandboxes:Maximum", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(["default", "second"], await NamesAsync(emulator));
    }

    [Theory]
    [InlineData("PUT", "clock", """{"mode":"scaled"}""")]
    [InlineData("POST", "clock/advance", """{"until":"allocated","instance":"ins-00000000"}""")]
    [InlineData("PUT", "zones/nowhere/types/BMS5.MEDIUM8", """{"free":1}""")]
    public async Task A_refused_change_makes_no_sandbox(string method, string path, string body)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var response = await emulator.SendAsync(new HttpMethod(method), $"/_emulator/sandboxes/second/{path}", body);
        Assert.False(response.IsSuccessStatusCode);
        Assert.Equal(["default"], await NamesAsync(emulator));
    }

    [Theory]
    [InlineData("a%20b")]
    [InlineData("%C3%A9")]
    [InlineData("back%5Cslash")]
    public async Task A_name_that_cannot_be_one_is_refused(string name)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        Assert.Equal("name", (string?)(await emulator.RefusalAsync(
            HttpStatusCode.BadRequest, HttpMethod.Put, $"/_emulator/sandboxes/{name}/clock", Frozen))["field"]);
        await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Post, $"/_emulator/sandboxes/{name}/reset");
        await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Get, $"/_emulator/sandboxes/{name}/clock");
    }

    private static async Task<string[]> NamesAsync(EmulatorApplication emulator) =>
        [.. (await emulator.GetAsync("/_emulator/sandboxes"))["sandboxes"]!.AsArray().Select(sandbox => (string)sandbox!["name"]!)];
}
