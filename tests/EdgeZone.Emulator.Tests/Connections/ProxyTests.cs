using System.Net;
using System.Net.Security;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Connections;

/// <summary>A program that takes the emulator for its proxy needs no other endpoint, and reaches nobody else.</summary>
public class ProxyTests
{
    [Theory]
    [InlineData("https://edgezone.tencentcloudapi.com", "1.1")]
    [InlineData("https://edgezone.tencentcloudapi.com", "2.0")]
    [InlineData("https://edgezone.intl.tencentcloudapi.com", "1.1")]
    [InlineData("https://edgezone.ap-guangzhou.tencentcloudapi.com", "2.0")]
    [InlineData("https://EDGEZONE.tencentcloudapi.COM", "1.1")]
    [InlineData("https://edgezone.tencentcloudapi.com:9443", "1.1")]
    [InlineData("http://edgezone.tencentcloudapi.com", "1.1")]
    [InlineData("http://edgezone.intl.tencentcloudapi.com:8080/", "1.1")]
    public async Task What_is_meant_for_the_api_is_answered(string url, string version)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        using var client = Client(emulator);

        using var response = await client.SendAsync(SecureClient.Call(url, new Version(version)));

        Assert.Equal(new Version(version), response.Version);
        Assert.Contains("\"ZoneSet\"", await response.Content.ReadAsStringAsync());
        emulator.VerifyNothingEscaped();
    }

    [Theory]
    [InlineData("cvm.tencentcloudapi.com:443", "the real cloud")]
    [InlineData("edgezone.evil.example.com:443", "Emulator:Proxy:PassThrough")]
    [InlineData("EDGEZONE.tencentcloudapi.com.evil.com:443", "Emulator:Proxy:PassThrough")]
    [InlineData("xedgezone.tencentcloudapi.com:443", "the real cloud")]
    [InlineData("CVM.TencentCloudAPI.com.:443", "the real cloud")]
    [InlineData("cvm.ap-guangzhou.tencentcloudapi.com:443", "the real cloud")]
    [InlineData("sts.internal.tencentcloudapi.com:8443", "the real cloud")]
    [InlineData("tencentcloudapi.com:443", "the real cloud")]
    [InlineData("api.tencentcloud.com:443", "the real cloud")]
    [InlineData("www.example.com:443", "Emulator:Proxy:PassThrough")]
    [InlineData("1.2.3.4:443", "Emulator:Proxy:PassThrough")]
    [InlineData("[2001:db8::1]:443", "Emulator:Proxy:PassThrough")]
    [InlineData("localhost:1", "Emulator:Proxy:PassThrough")]
    [InlineData("2130706433:1", "Emulator:Proxy:PassThrough")]
    [InlineData("[::ffff:127.0.0.1]:1", "Emulator:Proxy:PassThrough")]
    public async Task Everybody_else_is_refused_in_a_sentence_and_counted(string target, string reason)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options => options.Settings["Proxy:PassThrough:0"] = "*.com.example");

        var (status, body) = await ConnectAsync(emulator, $"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n");

        Assert.Equal("HTTP/1.1 403 Forbidden", status);
        Assert.Contains(reason, body);
        var escaped = Assert.Single(emulator.EscapedRequests);
        Assert.Equal("CONNECT", escaped.Method);
        Assert.Contains(escaped.Target, body);
        Assert.Contains(escaped.Target, Assert.Throws<InvalidOperationException>(emulator.VerifyNothingEscaped).Message);
        var info = await new ControlPlaneClient(emulator.CreateClient()).GetInfoAsync();
        Assert.Equal((true, 1L, escaped), (info.Proxy.Enabled, info.Proxy.Refused, Assert.Single(info.Proxy.Latest) with { At = escaped.At }));
    }

    [Fact]
    public async Task The_latest_refusals_are_remembered_and_all_are_counted()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options => options.Settings["Proxy:Refused"] = "2");

        foreach (var host in (string[])["a", "b", "c"])
        {
            await ConnectAsync(emulator, $"CONNECT {host}.example.com:443 HTTP/1.1\r\n\r\n");
        }

        Assert.Equal(["c.example.com:443", "b.example.com:443"], emulator.EscapedRequests.Select(request => request.Target));
        Assert.StartsWith("3 requests", Assert.Throws<InvalidOperationException>(emulator.VerifyNothingEscaped).Message);
    }

    [Theory]
    [InlineData("http://cvm.tencentcloudapi.com/")]
    [InlineData("http://www.example.com/")]
    [InlineData("http://localhost:1/")]
    public async Task A_request_without_a_tunnel_is_judged_alike(string url)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        using var client = Client(emulator);

        using var response = await client.SendAsync(SecureClient.Call(url));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(new Uri(url).Host, await response.Content.ReadAsStringAsync());
        Assert.Equal("POST", Assert.Single(emulator.EscapedRequests).Method);
    }

    [Fact]
    public async Task The_emulators_own_address_is_answered_through_itself()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options => options.Https = true);
        using var client = Client(emulator);

        foreach (var url in (string[])[$"{emulator.Endpoint}", $"{emulator.SecureEndpoint}", $"http://localhost:{emulator.Endpoint.Port}"])
        {
            using var response = await client.SendAsync(SecureClient.Call(url));
            Assert.Contains("\"ZoneSet\"", await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_tunnel_may_have_plain_http_inside()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync(
            "CONNECT edgezone.tencentcloudapi.com:80 HTTP/1.1\r\n\r\nPOST / HTTP/1.1\r\nHost: edgezone.tencentcloudapi.com\r\nX-TC-Action: "
                + "DescribeZones\r\nContent-Length: 2\r\n\r\n{}");

        Assert.Equal("HTTP/1.1 200 Connection established", await client.ReadHeadAsync());
        Assert.Contains("\"ZoneSet\"", await client.ReadAnswerAsync());
    }

    [Theory]
    [InlineData("CONNECT HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:0 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:65536 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:+443 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT user:word@edgezone.tencentcloudapi.com:443 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT https://edgezone.tencentcloudapi.com:443 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:443/ HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT ::1:443 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com%2e:443 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT  edgezone.tencentcloudapi.com:443 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:443 HTTP/2.0\r\n\r\n")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\nContent-Length : 5\r\n\r\n")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\nHost: a\nContent-Length: 5\r\n\r\n")]
    [InlineData("CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\nX: 1\r\n folded\r\n\r\n")]
    public async Task A_head_that_can_be_read_in_two_ways_opens_nothing(string head)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        var (status, body) = await ConnectAsync(emulator, head);

        Assert.Equal("HTTP/1.1 400 Bad Request", status);
        Assert.Contains("host and a port", body);
    }

    [Fact]
    public async Task A_head_without_an_end_is_given_up()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        var (status, _) = await ConnectAsync(emulator, $"CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\nX: {new string('x', 20_000)}");

        Assert.Equal("HTTP/1.1 431 Request Header Fields Too Large", status);
    }

    [Theory]
    [InlineData(
        "CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\n\r\nCONNECT cvm.tencentcloudapi.com:443 HTTP/1.1\r\nHost: cvm.tencentcloudapi.com:443\r\n\r\n",
        true)]
    [InlineData(
        "POST / HTTP/1.1\r\nHost: localhost\r\nX-TC-Action: DescribeZones\r\nContent-Length: "
            + "2\r\n\r\n{}CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\nHost: edgezone.tencentcloudapi.com:443\r\n\r\n",
        false)]
    public async Task A_tunnel_inside_a_tunnel_or_behind_a_request_is_none(string text, bool headFirst)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync(text);
        var first = headFirst ? await client.ReadHeadAsync() : await client.ReadAnswerAsync();

        Assert.Contains(headFirst ? "200" : "\"ZoneSet\"", first);
        Assert.StartsWith("HTTP/1.1 403 ", await client.ReadAnswerAsync());
    }

    [Fact]
    public async Task Inside_a_secure_tunnel_there_is_none_either()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options => options.Https = true);
        using var client = await RawClient.ConnectAsync(emulator.SecureEndpoint);

        await client.SendAsync("CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\nHost: edgezone.tencentcloudapi.com:443\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 ", await client.ReadAnswerAsync());
    }

    [Theory]
    [InlineData("true", "/")]
    [InlineData("true", ControlPlanePaths.Info)]
    [InlineData("false", "/")]
    [InlineData("false", ControlPlanePaths.Info)]
    public async Task A_path_is_nothing_that_a_tunnel_could_lead_to(string enabled, string path)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options => options.Settings["Proxy:Enabled"] = enabled);
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);
        // Behind another request it is not the connection that reads it, but the server.
        await client.SendAsync("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await client.ReadAnswerAsync();

        await client.SendAsync($"CONNECT {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 ", await client.ReadAnswerAsync());
    }

    [Theory]
    [InlineData("Proxy:Enabled", "false")]
    [InlineData("Auth:Mode", "Strict")]
    public async Task Switched_off_it_opens_no_tunnel_and_says_so(string name, string value)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options => options.Settings[name] = value);
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync("CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\nHost: edgezone.tencentcloudapi.com:443\r\n\r\n");
        var answer = await client.ReadAnswerAsync();

        Assert.StartsWith("HTTP/1.1 403 ", answer);
        Assert.Contains("Emulator:Proxy:Enabled is false", answer);
    }

    [Fact]
    public async Task In_strict_mode_it_is_there_when_it_is_asked_for()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync(options =>
        {
            options.Settings["Auth:Mode"] = "Strict";
            options.Settings["Proxy:Enabled"] = "true";
        });
        using var client = Client(emulator);

        using var response = await client.SendAsync(SecureClient.Call("https://edgezone.tencentcloudapi.com"));

        Assert.Contains("\"Error\"", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Other_names_are_shown_no_certificate_that_fits()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);
        await client.SendAsync("CONNECT edgezone.tencentcloudapi.com:443 HTTP/1.1\r\n\r\n");
        await client.ReadHeadAsync();

        Assert.Equal(SslPolicyErrors.RemoteCertificateNameMismatch, await client.ShakeHandsAsync(emulator.CertificateAuthority, "www.example.com"));
    }

    private static HttpClient Client(EdgeZoneEmulator emulator) => new(new SocketsHttpHandler
    {
        Proxy = emulator.Proxy,
        SslOptions =
        {
            CertificateChainPolicy = SecureClient.Trusting(emulator.CertificateAuthority),
        },
    });

    private static async Task<(string Status, string Body)> ConnectAsync(EdgeZoneEmulator emulator, string head)
    {
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);
        await client.SendAsync(head);
        var answer = (await client.ReadAnswerAsync()).Split("\r\n\r\n", 2);
        return (answer[0].Split("\r\n")[0], answer[1]);
    }
}
