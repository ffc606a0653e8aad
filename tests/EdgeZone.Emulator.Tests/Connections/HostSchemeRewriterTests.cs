using System.Text;

namespace EdgeZone.Emulator.Tests.Connections;

/// <summary>Over a real socket to the real server: each answer tells the host, the received host and the body that the application saw.</summary>
public class HostSchemeRewriterTests
{
    private const string LooksLikeAHead = "\r\n\r\nPOST / HTTP/1.1\r\nHost: http://trap\r\n\r\n";

    [Theory]
    [InlineData("Host: http://127.0.0.1:8080", "127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("Host: http://127.0.0.1:8080/", "127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("hOsT:HTTPS://Emulator.local", "Emulator.local", "HTTPS://Emulator.local")]
    [InlineData("HOST: \t http://localhost:1/some/path?query  ", "localhost:1", "http://localhost:1/some/path?query")]
    [InlineData("host: edgezone.intl.tencentcloudapi.com", "edgezone.intl.tencentcloudapi.com", "edgezone.intl.tencentcloudapi.com")]
    public async Task A_host_with_a_scheme_is_accepted_and_the_original_is_kept(string header, string host, string received)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();

        await client.SendAsync($"GET /?a=b HTTP/1.1\r\nAccept: */*\r\n{header}\r\nX-TC-Action: DescribeZones\r\n\r\n");

        Assert.Equal($"{host}|{received}|DescribeZones|", await client.ReadAnswerAsync());
    }

    [Fact]
    public async Task A_head_may_arrive_byte_by_byte()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();

        foreach (var letter in "POST / HTTP/1.1\r\nContent-Length: 4\r\nHost: http://h:1\r\n\r\nbody")
        {
            await client.SendAsync(letter.ToString());
        }

        Assert.Equal("h:1|http://h:1||body", await client.ReadAnswerAsync());
    }

    [Theory]
    [InlineData("Host: http://a:1", "Host: b:2")]
    [InlineData("Host: b:2", "Host: http://a:1")]
    [InlineData("Host: http://a:1", "Host: http://a:1")]
    public async Task Pipelined_requests_are_checked_one_by_one(string first, string second)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();

        await client.SendAsync($"POST / HTTP/1.1\r\n{first}\r\nContent-Length: 3\r\n\r\none" + $"POST / HTTP/1.1\r\n{second}\r\nContent-Length: 3\r\n\r\ntwo");

        Assert.Equal(Expected(first, "one"), await client.ReadAnswerAsync());
        Assert.Equal(Expected(second, "two"), await client.ReadAnswerAsync());
    }

    [Fact]
    public async Task A_connection_may_be_used_again_and_again()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();

        for (var i = 0; i < 50; i++)
        {
            var header = i % 3 == 0 ? "Host: b:2" : "Host: http://a:1";
            var body = new string('x', i * 997);
            await client.SendAsync($"POST / HTTP/1.1\r\n{header}\r\nContent-Length: {body.Length}\r\n\r\n{body}");
            Assert.Equal(Expected(header, body), await client.ReadAnswerAsync());
        }
    }

    [Theory]
    [InlineData("Host: http://a:1")]
    [InlineData("Host: b:2")]
    public async Task A_body_of_known_length_is_never_touched(string header)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();

        for (var i = 0; i < 2; i++)
        {
            await client.SendAsync($"POST / HTTP/1.1\r\n{header}\r\nContent-Length: {LooksLikeAHead.Length}\r\n\r\n{LooksLikeAHead}");
            Assert.Equal(Expected(header, LooksLikeAHead), await client.ReadAnswerAsync());
        }
    }

    [Fact]
    public async Task A_body_that_comes_later_than_its_head_is_never_touched()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();

        await client.SendAsync($"POST / HTTP/1.1\r\nHost: b:2\r\nContent-Length: {LooksLikeAHead.Length}\r\n\r\n");
        foreach (var letter in LooksLikeAHead)
        {
            await client.SendAsync(letter.ToString());
        }

        Assert.Equal(Expected("Host: b:2", LooksLikeAHead), await client.ReadAnswerAsync());
    }

    [Theory]
    [InlineData("Host: http://a:1")]
    [InlineData("Host: b:2")]
    public async Task A_chunked_body_is_never_touched(string header)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();

        var chunk = $"{LooksLikeAHead.Length:x}\r\n{LooksLikeAHead}\r\n";
        for (var i = 0; i < (header.Contains("http") ? 1 : 2); i++)
        {
            await client.SendAsync($"POST / HTTP/1.1\r\n{header}\r\nTransfer-Encoding: chunked\r\n\r\n{chunk}{chunk}0\r\n\r\n");
            Assert.Equal(Expected(header, LooksLikeAHead + LooksLikeAHead), await client.ReadAnswerAsync());
        }
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n")]
    [InlineData("Content-Length: +0\r\n\r\n")]
    public async Task Behind_a_request_without_a_plain_end_the_server_decides_alone(string rest)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();
        await client.SendAsync($"GET / HTTP/1.1\r\nHost: http://a:1\r\n{rest}");
        Assert.Equal(Expected("Host: http://a:1", ""), await client.ReadAnswerAsync());

        await client.SendAsync("GET / HTTP/1.1\r\nHost: http://a:1\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400", await client.ReadAnswerAsync());
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Connection: keep-alive, x\r\n\r\n")]
    public async Task What_one_request_said_is_not_taken_for_what_the_next_one_says(string rest)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();

        await client.SendAsync($"GET / HTTP/1.1\r\nHost: http://a:1\r\n{rest}" + "GET / HTTP/1.1\r\nHost: a:1\r\n\r\n");

        Assert.Equal(Expected("Host: http://a:1", ""), await client.ReadAnswerAsync());
        Assert.Equal(Expected("Host: a:1", ""), await client.ReadAnswerAsync());
    }

    [Theory]
    [InlineData("Host: http://a:1\u00E9")]
    [InlineData("Host: http://a:1/\u0085")]
    [InlineData("Host: http://a b:1")]
    public async Task A_scheme_makes_no_host_of_what_is_none(string header)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();

        await client.SendAsync($"GET / HTTP/1.1\r\n{header}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400", await client.ReadAnswerAsync());
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: http://a:1\r\nHost: http://b:2\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost : http://a:1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: b:2\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\none")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task What_the_server_refuses_stays_refused(string request)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();

        await client.SendAsync(request);

        Assert.StartsWith("HTTP/1.1 400", await client.ReadAnswerAsync());
    }

    [Fact]
    public async Task Lines_that_end_without_a_carriage_return_are_left_to_the_server()
    {
        await using var plain = await EchoServer.StartAsync(rewriting: false);
        await using var server = await EchoServer.StartAsync();
        var answers = new List<string>();
        foreach (var each in new[] { plain, server })
        {
            using var client = await each.ConnectAsync();
            await client.SendAsync("GET / HTTP/1.1\nHost: b:2\n\n");
            answers.Add(await client.ReadAnswerAsync());
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task A_long_head_in_pieces_is_accepted_up_to_the_servers_own_limit()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();
        await client.SendAsync($"GET /?{new string('q', 7000)} HTTP/1.1\r\nX-Filler: {new string('f', 20000)}\r\n");
        await client.SendAsync("Host: http://a:1\r\n\r\n");
        Assert.Equal("a:1|http://a:1||", await client.ReadAnswerAsync());

        // Never ends; somebody has to say so.
        await client.SendAsync($"GET / HTTP/1.1\r\nX-Filler: {new string('f', 200 * 1024)}");
        Assert.StartsWith("HTTP/1.1 431", await client.ReadAnswerAsync());
    }

    [Fact]
    public async Task A_client_that_leaves_in_the_middle_of_a_head_harms_nobody()
    {
        await using var server = await EchoServer.StartAsync();
        using (var leaver = await server.ConnectAsync())
        {
            await leaver.SendAsync("GET / HTTP/1.1\r\nHost: http:");
        }

        using var client = await server.ConnectAsync();
        await client.SendAsync("GET / HTTP/1.1\r\nHost: http://a:1\r\n\r\n");
        Assert.Equal("a:1|http://a:1||", await client.ReadAnswerAsync());
    }

    [Fact]
    public async Task The_server_can_stop_while_a_head_is_on_its_way()
    {
        var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();
        await client.SendAsync("GET / HTTP/1.1\r\nHost: http://a:1\r\n\r\nGET / HTTP/1.1\r\nHo");
        Assert.Equal("a:1|http://a:1||", await client.ReadAnswerAsync());

        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Http2_is_left_alone()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = new HttpClient { DefaultRequestVersion = new Version(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        var answer = await client.PostAsync(server.Http2Address, new StringContent(LooksLikeAHead));

        Assert.EndsWith($"||{LooksLikeAHead}", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Tls_is_left_alone_and_behind_it_a_scheme_is_accepted()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectSecurelyAsync();

        for (var i = 0; i < 2; i++)
        {
            await client.SendAsync("POST / HTTP/1.1\r\nHost: https://a:1\r\nContent-Length: 4\r\n\r\nbody");
            Assert.Equal("a:1|https://a:1||body", await client.ReadAnswerAsync());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_requests_in_any_pieces_arrive_whole(int seed)
    {
        var random = new Random(seed);
        await using var server = await EchoServer.StartAsync();
        using var client = await server.ConnectAsync();
        var expected = new List<string>();
        var stream = new StringBuilder();
        for (var i = 0; i < 200; i++)
        {
            var header = random.Next(2) == 0 ? "Host: http://a:1" : "Host: b:2";
            var body = string.Concat(Enumerable.Repeat(LooksLikeAHead, random.Next(4))) + new string('x', random.Next(3) == 0 ? random.Next(9000) : 0);
            stream.Append($"POST / HTTP/1.1\r\nX-Filler: {new string('f', random.Next(3000))}\r\n{header}\r\nContent-Length: {body.Length}\r\n\r\n{body}");
            expected.Add(Expected(header, body));
        }

        var sending = Task.Run(async () =>
        {
            for (var sent = 0; sent < stream.Length;)
            {
                var count = Math.Min(stream.Length - sent, 1 + random.Next(random.Next(2) == 0 ? 20 : 9000));
                await client.SendAsync(stream.ToString(sent, count));
                sent += count;
            }
        });
        foreach (var answer in expected)
        {
            Assert.Equal(answer, await client.ReadAnswerAsync());
        }

        await sending;
    }

    private static string Expected(string header, string body)
    {
        var received = header["Host: ".Length..];
        return $"{received.Replace("http://", "")}|{received}||{body}";
    }
}
