using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Connections;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>Whatever HTTP/1.1 lets a client do with a request, the call in it is answered.</summary>
public class ClientFormTests
{
    private const string Zones = "\"ZoneSet\"";

    [Theory]
    [InlineData("Host: LocalHost:8080")]
    [InlineData("hOST: 127.0.0.1")]
    [InlineData("Host: [::1]:8080")]
    [InlineData("Host: [::1]")]
    [InlineData("Host: edgezone.ap-guangzhou.tencentcloudapi.com.")]
    [InlineData("Host: edgezone.emulator.example:8080")]
    [InlineData("Host: EDGEZONE.TENCENTCLOUDAPI.COM")]
    public async Task Under_any_host(string host)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync($"POST / HTTP/1.1\r\n{host}\r\nX-TC-Action: DescribeZones\r\nContent-Length: 2\r\n\r\n{{}}");

        Assert.Contains(Zones, await client.ReadAnswerAsync());
    }

    /// <summary>As Terraform's provider builds it from its <c>domain</c>: the product, then the domain.</summary>
    [Theory]
    [InlineData("edgezone.localhost:8080")]
    [InlineData("edgezone.emulator.example:8080")]
    [InlineData("EdgeZone.Emulator.Example")]
    public async Task Signed_for_a_domain_of_somebodys_own(string host)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");

        var answer = await emulator.SendAsync(new Tc3Call("DescribeZones") { SentHost = host });

        Assert.NotNull(answer["ZoneSet"]);
    }

    [Fact]
    public async Task In_chunks()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nX-TC-Action: DescribeZones\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
        await client.SendAsync("1;extension=x\r\n}\r\n0\r\nX-Trailer: 1\r\n\r\n");

        Assert.Contains(Zones, await client.ReadAnswerAsync());
    }

    [Fact]
    public async Task After_being_told_to_continue()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync("POST / HTTP/1.1\r\nHost: a\r\nX-TC-Action: DescribeZones\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 100 ", await client.ReadHeadAsync());
        await client.SendAsync("{}");

        Assert.Contains(Zones, await client.ReadAnswerAsync());
    }

    [Fact]
    public async Task One_behind_the_other_without_waiting()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);
        string[] actions = ["DescribeZones", "DescribeInstances", "Nonsense", "DescribeZones"];

        await client.SendAsync(
            string.Concat(actions.Select(action => $"POST / HTTP/1.1\r\nHost: a\r\nX-TC-Action: {action}\r\nContent-Length: 2\r\n\r\n{{}}")));

        foreach (var expected in (string[])[Zones, "\"InstanceSet\"", "InvalidAction", Zones])
        {
            Assert.Contains(expected, await client.ReadAnswerAsync());
        }
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("deflate, GZIP;q=0.5", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("br", false)]
    [InlineData("identity", false)]
    public async Task Compressed_when_that_is_asked_for_and_pays(string asked, bool isCompressed)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Control.Sandbox("default").ChangeStockAsync(Seeded.Zone, Seeded.Medium, new StockChange { Free = 20, Quota = 0 });
        await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(count: 20));
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = emulator.Endpoint };
        using var request = SecureClient.Call("/", action: "DescribeInstances");
        request.Content = new StringContent("""{"Limit":20}""", Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", asked);

        using var response = await client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(isCompressed, response.Content.Headers.ContentEncoding.Contains("gzip"));
        Assert.Equal(bytes.Length, response.Content.Headers.ContentLength);
        await using var stream = isCompressed ? (Stream)new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress) : new MemoryStream(bytes);
        Assert.NotNull((await JsonNode.ParseAsync(stream))!["Response"]!["RequestId"]);
    }
}
