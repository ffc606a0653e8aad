using System.Net.Sockets;
using System.Text;
using EdgeZone.Emulator.Testing;

namespace EdgeZone.Emulator.Tests.Gateway;

public class BrokenConnectionTests
{
    [Fact]
    public async Task A_body_that_is_not_even_HTTP_gets_the_web_servers_400_and_the_connection_ends()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        var answer = await SendAsync(emulator, "Transfer-Encoding: chunked\r\n\r\nzz\r\n");

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

    private static async Task<string> SendAsync(EdgeZoneEmulator emulator, string rest)
    {
        using var caller = await ConnectAsync(emulator);
        await caller.SendAsync(Head(rest));
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

    private static byte[] Head(string rest) => Encoding.ASCII.GetBytes($"POST / HTTP/1.1\r\nHost: a\r\nX-TC-Action: DescribeZones\r\n{rest}");

    private static async Task AssertWellAsync(EdgeZoneEmulator emulator)
    {
        using var client = new HttpClient { BaseAddress = emulator.Endpoint };
        client.DefaultRequestHeaders.Add("X-TC-Action", "DescribeZones");
        using var body = new StringContent("{}");
        using var answer = await client.PostAsync(new Uri("/", UriKind.Relative), body);
        Assert.Contains("ZoneSet", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
