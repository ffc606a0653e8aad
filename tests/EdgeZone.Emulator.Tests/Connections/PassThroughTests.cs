using System.Net;
using System.Net.Sockets;
using System.Text;
using EdgeZone.Emulator.Testing;

namespace EdgeZone.Emulator.Tests.Connections;

/// <summary>What a setting lets pass goes where it wants to go, within bounds.</summary>
public sealed class PassThroughTests : IDisposable
{
    private readonly TcpListener _elsewhere = new(IPAddress.Loopback, 0);

    public PassThroughTests() => _elsewhere.Start();

    private int Port => ((IPEndPoint)_elsewhere.LocalEndpoint).Port;

    public void Dispose() => _elsewhere.Dispose();

    [Fact]
    public async Task A_named_host_is_reached_and_answers()
    {
        await using var emulator = await StartAsync();
        using var client = await OpenAsync(emulator);
        using var other = await _elsewhere.AcceptTcpClientAsync();

        Assert.Equal("HTTP/1.1 200 Connection established", await client.ReadHeadAsync());
        await client.SendAsync("ping");
        var received = new byte[4];
        await other.GetStream().ReadExactlyAsync(received);
        await other.GetStream().WriteAsync("pong\r\n\r\n"u8.ToArray());

        Assert.Equal("ping", Encoding.ASCII.GetString(received));
        Assert.Equal("pong", await client.ReadHeadAsync());
        emulator.VerifyNothingEscaped();
    }

    [Fact]
    public async Task The_end_of_one_side_is_the_end_of_both()
    {
        await using var emulator = await StartAsync();
        using var client = await OpenAsync(emulator);
        using (await _elsewhere.AcceptTcpClientAsync())
        {
            await client.ReadHeadAsync();
        }

        Assert.Empty(await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Over_the_bound_the_next_one_is_told_the_setting()
    {
        await using var emulator = await StartAsync(("Proxy:Tunnels", "1"));
        using var first = await OpenAsync(emulator);
        await first.ReadHeadAsync();
        using var second = await OpenAsync(emulator);

        var answer = await second.ReadAnswerAsync();

        Assert.StartsWith("HTTP/1.1 503 ", answer);
        Assert.Contains("Emulator:Proxy:Tunnels", answer);
    }

    [Fact]
    public async Task A_silent_one_ends()
    {
        await using var emulator = await StartAsync(("Proxy:IdleTime", "00:00:00.0500000"));
        using var client = await OpenAsync(emulator);
        using var other = await _elsewhere.AcceptTcpClientAsync();
        await client.ReadHeadAsync();

        Assert.Empty(await client.ReadToEndAsync());
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_named()
    {
        await using var emulator = await StartAsync();
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        // Port 1 is nobody's.
        await client.SendAsync("CONNECT 127.0.0.1:1 HTTP/1.1\r\n\r\n");
        var answer = await client.ReadAnswerAsync();

        Assert.StartsWith("HTTP/1.1 502 ", answer);
        Assert.Contains("127.0.0.1:1 cannot be reached", answer);
    }

    [Theory]
    [InlineData("CONNECT cvm.tencentcloudapi.com:443", "403")]
    [InlineData("CONNECT tencentcloudapi.com:443", "403")]
    [InlineData("GET http://127.0.0.1/", "403")]
    public async Task No_setting_lets_the_cloud_pass_and_none_a_request_without_a_tunnel(string request, string status)
    {
        await using var emulator = await StartAsync(("Proxy:PassThrough:1", "*.com"));
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync($"{request} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", await client.ReadAnswerAsync());
        Assert.Single(emulator.EscapedRequests);
    }

    private static Task<EdgeZoneEmulator> StartAsync(params (string Name, string Value)[] settings) => EdgeZoneEmulator.StartAsync(options =>
    {
        options.Settings["Proxy:PassThrough:0"] = "127.0.0.1";
        foreach (var (name, value) in settings)
        {
            options.Settings[name] = value;
        }
    });

    private async Task<RawClient> OpenAsync(EdgeZoneEmulator emulator)
    {
        var client = await RawClient.ConnectAsync(emulator.Endpoint);
        await client.SendAsync($"CONNECT 127.0.0.1:{Port} HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\n\r\n");
        return client;
    }
}
