using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Connections;

/// <summary>With <c>Auth:ExactHost</c> the host that counts is the one in this request's own <c>Host</c> line, however the bytes are put.</summary>
public class ExactHostTests
{
    private const string Sent = "intruder.example";
    private const string Signed = "edgezone.intl.tencentcloudapi.com";
    private const string Before = "POST / HTTP/1.1\r\nHost: a\r\n";

    public static TheoryData<string, string> Forgeries => new()
    {
        { "", "POST / HTTP/1.1\r\n" },
        { "", "POST / HTTP/1.0\r\n" },
        { "", "\r\nPOST / HTTP/1.1\r\n" },
        { "", "POST / HTTP/1.1\n" },
        { "", "POST / HTTP/1.1\r\nConnection: keep-alive, x\r\n" },
        { $"{Before}Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n\r\n", "POST / HTTP/1.1\r\n" },
        { $"{Before}Connection: keep-alive, x\r\nContent-Length: 2\r\n\r\n{{}}", "POST / HTTP/1.1\r\n" },
        { $"POST / HTTP/1.1\r\nHost: http://{Signed}\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n\r\n", "POST / HTTP/1.1\r\n" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task No_other_header_and_no_other_request_speaks_for_it(string before, string start)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:ExactHost=true");
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync($"{before}{start}{Head(emulator, new Tc3Call("DescribeZones") { SentHost = Sent, SignedHost = Signed })}"
            + $"X-Emulator-Received-Host: {Signed}\r\nContent-Length: 2\r\n\r\n{{}}");
        if (before.Length > 0)
        {
            await client.ReadAnswerAsync();
        }

        Assert.Contains("\"AuthFailure.SignatureFailure\"", await client.ReadAnswerAsync());
    }

    [Fact]
    public async Task A_whole_url_in_it_counts_as_it_was_sent()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:ExactHost=true");
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);
        var url = emulator.Endpoint.GetLeftPart(UriPartial.Authority);
        async Task<string> AskAsync(string signed)
        {
            await client.SendAsync($"POST / HTTP/1.1\r\n{Head(emulator, new Tc3Call("DescribeZones") { SentHost = url, SignedHost = signed })}"
                + "Content-Length: 2\r\n\r\n{}");
            return await client.ReadAnswerAsync();
        }

        Assert.Contains("\"ZoneSet\"", await AskAsync(url));
        Assert.Contains("\"AuthFailure.SignatureFailure\"", await AskAsync(emulator.Endpoint.Authority));
        Assert.Contains("\"ZoneSet\"", await AskAsync(url));
    }

    private static string Head(EmulatorApplication emulator, Tc3Call call)
    {
        using var request = (call with { SentHost = null }).Build(emulator.Endpoint, emulator.Time.GetUtcNow());
        var headers = request.Headers.NonValidated.Concat(request.Content!.Headers.NonValidated).Where(header => header.Key != "Content-Length");
        return $"Host: {call.SentHost}\r\n{string.Concat(headers.Select(header => $"{header.Key}: {header.Value}\r\n"))}";
    }
}
