using System.Net;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>A web page that somebody happens to visit cannot reach the emulator on that somebody's machine.</summary>
public class WebPageTests
{
    private static readonly string[] Reserved =
        [ControlPlanePaths.Info, "/openapi/v1.json", "/swagger", "/swagger/index.html", $"{ControlPlanePaths.Root}/nothing"];

    [Theory]
    [InlineData("http://elsewhere.example")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://localhost:80")]
    [InlineData("null")]
    [InlineData("file://")]
    [InlineData("http://127.0.0.1:1, http://127.0.0.1:2")]
    public async Task Another_sites_page_is_refused(string origin)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        foreach (var path in Reserved)
        {
            var problem = await emulator.RefusalAsync(HttpStatusCode.Forbidden, HttpMethod.Get, path, null, ("Origin", origin));
            Assert.Equal("Origin", (string?)problem["field"]);
        }

        await emulator.RefusalAsync(HttpStatusCode.Forbidden, HttpMethod.Post, ControlPlanePaths.Reset, null, ("Origin", origin));
    }

    [Fact]
    public async Task What_another_site_fetches_without_naming_itself_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        foreach (var path in Reserved)
        {
            var problem = await emulator.RefusalAsync(HttpStatusCode.Forbidden, HttpMethod.Get, path, null, ("Sec-Fetch-Site", "cross-site"));
            Assert.Equal("Sec-Fetch-Site", (string?)problem["field"]);
        }
    }

    [Theory]
    [InlineData("none")]
    [InlineData("same-origin")]
    public async Task A_person_and_the_emulators_own_page_are_let_in(string site)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var own = emulator.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        using var response = await emulator.SendAsync(HttpMethod.Post, ControlPlanePaths.Reset, null, ("Origin", own), ("Sec-Fetch-Site", site));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Theory]
    [InlineData("elsewhere.example")]
    [InlineData("elsewhere.example:8080")]
    [InlineData("elsewhere.example.")]
    [InlineData("localhost.elsewhere.example")]
    [InlineData("127.0.0.1.elsewhere.example")]
    [InlineData("notlocal.mylocal")]
    [InlineData("a.home-arpa")]
    public async Task A_name_that_a_public_name_server_could_give_to_this_machine_is_refused(string host)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        foreach (var path in Reserved)
        {
            var problem = await emulator.RefusalAsync(HttpStatusCode.Forbidden, HttpMethod.Get, path, null, ("Host", host));
            Assert.Equal("Host", (string?)problem["field"]);
            Assert.Contains("Emulator:Control:Hosts", (string?)problem["detail"]);
        }
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("192.168.7.8:8080")]
    [InlineData("[::1]:8080")]
    [InlineData("[fe80::1]")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:8080")]
    [InlineData("emulator")]
    [InlineData("api.localhost")]
    [InlineData("printer.local")]
    [InlineData("host.docker.internal")]
    [InlineData("emulator.default.svc.cluster.local:80")]
    [InlineData("emulator.test")]
    [InlineData("box.home.arpa.")]
    [InlineData("build-7.example.com")]
    [InlineData("Build-7.Example.com:9090")]
    public async Task Addresses_and_private_names_are_welcome_and_those_of_the_setting(string host)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Control:Hosts:0=ci.example.com", "Control:Hosts:1=build-7.example.com");
        using var response = await emulator.SendAsync(HttpMethod.Get, ControlPlanePaths.Info, null, ("Host", host));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_machines_own_name_is_welcome()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var response = await emulator.SendAsync(HttpMethod.Get, ControlPlanePaths.Info, null, ("Host", Dns.GetHostName()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "elsewhere.example")]
    public async Task Health_is_told_to_everybody(string header, string value)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var response = await emulator.SendAsync(HttpMethod.Get, ControlPlanePaths.Health, null, (header, value));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task The_API_takes_no_call_from_another_sites_page(string header, string value)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await emulator.SendUnsignedAsync("CreateInstances", EmulatorApplication.Order().ToJsonString(), (header, value));

        answer.Refused("AuthFailure.UnauthorizedOperation");
        Assert.Contains($"`{header}: {value}`", answer.Message);
        Assert.Equal(0, (await emulator.CallAsync("DescribeInstances")).Number("TotalCount"));
    }

    [Fact]
    public async Task The_API_is_called_under_every_name_as_SDKs_do()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        (await emulator.SendUnsignedAsync("DescribeZones", "{}", ("Host", "edgezone.tencentcloudapi.com"))).Succeeded();
    }

    [Theory]
    [InlineData("http://emulator.example.com")]
    [InlineData("emulator.example.com:8080")]
    [InlineData("*.example.com")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_welcome_name_is_a_name(string host)
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => EmulatorApplication.StartAsync($"Control:Hosts:0={host}"));
        Assert.StartsWith("Emulator:Control:Hosts:0: ", refusal.Message);
    }
}
