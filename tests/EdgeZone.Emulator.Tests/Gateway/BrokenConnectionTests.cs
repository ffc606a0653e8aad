using System.Net.Sockets;
using System.Text;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Gateway;

public class BrokenConnectionTests
{
    [Theory]
    [InlineData("/", "zz")]
    [InlineData("/", "80000000")]
    [InlineData("/", "7fffffffffffffff")]
    [InlineData("/", "10000000000000000000000")]
    [InlineData(ControlPlanePaths.Replays, "80000000")]
    public async Task A_body_that_is_not_even_HTTP_gets_the_web_servers_400_and_the_connection_ends(string path, string chunkSize)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        var answer = await SendAsync(emulator, $"Transfer-Encoding: chunked\r\n\r\n{chunkSize}\r\n{{}}", path);

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        await AssertWellAsync(emulator);
    }

    [Fact]
    public async Task A_caller_who_leaves_in_the_middle_of_a_body_harms_nobody()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        using (var caller = await ConnectAsync(emulator))
        {
            await caller.SendAsync(Head("Content-Length: 100\r\n\r\n{\"a\""));
            // Closing this way resets the connection instead of ending it in order.
            caller.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        await AssertWellAsync(emulator);
    }

    private static async Task<string> SendAsync(EdgeZoneEmulator emulator, string rest, string path)
    {
        using var caller = await ConnectAsync(emulator);
        await caller.SendAsync(Head(rest, path));
        return await ReadAsync(caller);
    }

    private static async Task<string> ReadAsync(Socket caller)
    {
        await using var stream = new NetworkStream(caller);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static async Task<Socket> ConnectAsync(EdgeZoneEmulator emulator)
    {
        var caller = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await caller.ConnectAsync(emulator.Endpoint.Host, emulator.Endpoint.Port);
        return caller;
    }

    private static byte[] Head(string rest, string path = "/") =>
        Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: a\r\nX-TC-Action: DescribeZones\r\n{rest}");

    private static async Task AssertWellAsync(EdgeZoneEmulator emulator)
    {
        using var client = new HttpClient { BaseAddress = emulator.Endpoint };
        client.DefaultRequestHeaders.Add("X-TC-Action", "DescribeZones");
        using var body = new StringContent("{}");
        using var answer = await client.PostAsync(new Uri("/", UriKind.Relative), body);
        Assert.Contains("ZoneSet", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
