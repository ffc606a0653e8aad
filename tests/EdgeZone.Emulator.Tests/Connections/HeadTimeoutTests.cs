using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EdgeZone.Emulator.Tests.Connections;

/// <summary>A head that never ends is given up by the server itself, which knows when.</summary>
public class HeadTimeoutTests
{
    private static readonly string[] Halves =
    [
        "G",
        "GET / HTTP/1.1\r\nHost: http://a:1\r\nX-Fil",
        "GET / HTTP/1.1\r\nHost: a:1\r\n",
        "GET / HTTP/1.0\r\n",
        "\r\nGET / HTTP/1.1\r\nHost: a:1\r\n",
        "GET / HTTP/1.1\nHost: a:1\r\n",
    ];

    [Fact]
    public async Task Half_a_head_ends_as_it_does_on_a_bare_server()
    {
        await using var bare = await EchoServer.StartAsync(rewriting: false, Soon);
        await using var server = await EchoServer.StartAsync(limit: Soon);

        var answers = await Task.WhenAll(Halves.SelectMany(half => new[] { AnswerAsync(bare, half), AnswerAsync(server, half) }));

        Assert.All(answers, answer => Assert.StartsWith("HTTP/1.1 408", answer));
    }

    [Theory]
    [InlineData("Host: http://a:1")]
    [InlineData("Host: a:1")]
    public async Task Half_a_head_behind_a_whole_request_too(string header)
    {
        await using var server = await EchoServer.StartAsync(limit: Soon);
        using var client = await server.ConnectAsync();

        await client.SendAsync($"POST / HTTP/1.1\r\n{header}\r\nContent-Length: 4\r\n\r\nbodyGET / HTTP/1.1\r\n{header}");

        Assert.EndsWith("||body", await client.ReadAnswerAsync());
        Assert.StartsWith("HTTP/1.1 408", await client.ReadAnswerAsync());
    }

    private static async Task<string> AnswerAsync(EchoServer server, string half)
    {
        using var client = await server.ConnectAsync();
        await client.SendAsync(half);
        return await client.ReadAnswerAsync();
    }

    private static void Soon(KestrelServerLimits limits) => limits.RequestHeadersTimeout = TimeSpan.FromMilliseconds(1);
}
