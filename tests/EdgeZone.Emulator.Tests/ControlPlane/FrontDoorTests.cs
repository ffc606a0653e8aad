using System.Net;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>A person who opens the API's address in a browser.</summary>
public class FrontDoorTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData("/")]
    [InlineData("/anything")]
    public async Task Is_led_to_the_page(string path)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var response = await emulator.SendAsync(HttpMethod.Get, path, null, ("Accept", Browser));
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/swagger", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Is_led_to_the_port_of_the_control_plane()
    {
        var port = EmulatorApplication.FreePort();
        await using var emulator = await EmulatorApplication.StartAsync($"Control:Port={port}");
        using var response = await emulator.SendAsync(HttpMethod.Get, "/", null, ("Accept", Browser));
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal($"http://127.0.0.1:{port}/swagger", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Is_told_where_there_is_no_page()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Control:Enabled=false");
        using var response = await emulator.SendAsync(HttpMethod.Get, "/", null, ("Accept", Browser));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Emulator:Control:Enabled", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET", "/", "Accept", "*/*")]
    [InlineData("GET", "/?Action=DescribeZones", "Accept", Browser)]
    [InlineData("POST", "/", "Accept", Browser)]
    public async Task Is_not_taken_for_one_who_calls_the_API(string method, string path, string header, string value)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var response = await emulator.SendAsync(new HttpMethod(method), path, null, (header, value));
        Assert.NotNull((await Answer.FromAsync(response)).Code);
    }

    [Theory]
    [InlineData("X-TC-Action", "DescribeZones")]
    [InlineData("Authorization", "TC3-HMAC-SHA256 Credential=emulator/2026-01-13/edgezone/tc3_request, SignedHeaders=host, Signature=0")]
    public async Task Is_not_taken_for_a_client_whose_headers_name_an_action_or_sign_it(string header, string value)
    {
        // What the client of the Java library accepts unless somebody says otherwise.
        const string Java = "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2";
        await using var emulator = await EmulatorApplication.StartAsync();
        using var response = await emulator.SendAsync(HttpMethod.Get, "/", null, (header, value), ("Accept", Java));
        Assert.NotEmpty((await Answer.FromAsync(response)).RequestId);
    }
}
