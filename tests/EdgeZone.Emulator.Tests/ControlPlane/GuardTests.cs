using System.Net;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class GuardTests
{
    [Theory]
    [InlineData(ControlPlanePaths.Info)]
    [InlineData($"{ControlPlanePaths.Root}/actions/DescribeZones")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    public async Task A_control_plane_switched_off_is_not_there(string path)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Control:Enabled=false");
        await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Get, path);
        Assert.NotNull((await emulator.CallAsync("DescribeZones"))["ZoneSet"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer s3cret2")]
    [InlineData("Basic s3cret")]
    [InlineData("s3cret")]
    public async Task Without_the_token_nothing_is_told(string? authorization)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Control:Token=s3cret");
        using var response = await emulator.SendAsync(
            HttpMethod.Get, ControlPlanePaths.Info, null, authorization is null ? [] : [("Authorization", authorization)]);
        await EmulatorApplication.ReadProblemAsync(response, HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Theory]
    [InlineData(ControlPlanePaths.Info, "Bearer s3cret")]
    [InlineData(ControlPlanePaths.Info, "bearer s3cret")]
    [InlineData("/openapi/v1.json", null)]
    [InlineData("/swagger/index.html", null)]
    public async Task The_token_opens_what_the_page_and_the_document_do_not_need_it_for(string path, string? authorization)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Control:Token=s3cret");
        using var response = await emulator.SendAsync(HttpMethod.Get, path, null, authorization is null ? [] : [("Authorization", authorization)]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_port_of_its_own_serves_the_control_plane_and_nothing_else()
    {
        var port = EmulatorApplication.FreePort();
        await using var emulator = await EmulatorApplication.StartAsync($"Control:Port={port}");
        using var control = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        foreach (var path in (string[])[ControlPlanePaths.Health, ControlPlanePaths.Info, "/openapi/v1.json", "/swagger/index.html"])
        {
            using var served = await control.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        }

        using var call = await control.PostAsync(new Uri("/", UriKind.Relative), new StringContent("{}"));
        await EmulatorApplication.ReadProblemAsync(call, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(ControlPlanePaths.Info)]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    public async Task With_a_port_of_its_own_the_control_plane_is_not_at_the_APIs_whatever_the_Host_says(string path)
    {
        var port = EmulatorApplication.FreePort();
        await using var emulator = await EmulatorApplication.StartAsync($"Control:Port={port}");
        await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Get, path, null, ("Host", $"127.0.0.1:{port}"));
        Assert.NotNull((await emulator.CallAsync("DescribeZones"))["ZoneSet"]);
        await emulator.Control.GetHealthAsync();
    }

    [Fact]
    public async Task The_APIs_only_port_serves_both_though_it_is_named_as_the_control_planes()
    {
        var port = EmulatorApplication.FreePort();
        await using var app = EmulatorHost.Create(
            [$"--urls=http://127.0.0.1:{port}", "--Emulator:Logging:Level=Error", $"--Emulator:Control:Port={port}"]);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var info = await client.GetAsync(new Uri(ControlPlanePaths.Info, UriKind.Relative));
        using var call = await client.PostAsync(new Uri("/", UriKind.Relative), new StringContent("{}"));
        Assert.Equal(HttpStatusCode.OK, info.StatusCode);
        Assert.Equal("application/json", call.Content.Headers.ContentType?.ToString());
    }
}
