using System.Net.Sockets;
using System.Text;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Compatibility;

/// <summary>What unmodified SDKs send over a real connection, each with its habits, to an emulator that checks everything.</summary>
public class SdkQuirkTests
{
    [Fact]
    public async Task Dotnet_puts_two_spaces_behind_the_algorithm() =>
        (await Send(new Tc3Call("DescribeZones"), request =>
        {
            var authorization = request.Headers.NonValidated["Authorization"].ToString().Replace("SHA256 ", "SHA256  ");
            request.Headers.Remove("Authorization");
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        })).Succeeded();

    [Fact]
    public async Task Node_signs_the_host_without_its_port() => (await Send(new Tc3Call("DescribeZones") { SignedHost = "127.0.0.1" })).Succeeded();

    [Fact]
    public async Task Java_dotnet_node_and_php_take_the_first_label_of_the_endpoint_for_the_service() =>
        (await Send(new Tc3Call("DescribeZones") { Service = "127" })).Succeeded();

    [Theory]
    [InlineData("localhost:8080", "localhost:8080")]
    [InlineData("edgezone.intl.tencentcloudapi.com", "edgezone")]
    [InlineData("edgezone.ap-guangzhou.tencentcloudapi.com", "edgezone")]
    [InlineData("Emulator.Test:8080", "emulator")]
    public async Task Go_sends_and_signs_a_host_of_the_callers(string host, string service) =>
        (await Send(new Tc3Call("DescribeZones") { SentHost = host, Service = service })).Succeeded();

    [Fact]
    public async Task Java_asks_for_an_empty_query()
    {
        await using var emulator = await Strict();
        var request = new Tc3Call("DescribeZones") { Method = "GET", ContentType = "application/x-www-form-urlencoded" }.Build(
            emulator.Endpoint, emulator.Time.GetUtcNow());
        request.RequestUri = new Uri(emulator.Endpoint, "/?");

        (await SendOver(request)).Succeeded();
    }

    [Fact]
    public async Task Dotnet_posts_the_older_signature_to_an_empty_query()
    {
        await using var emulator = await Strict();
        var request = new V1Call("DescribeZones").Build(emulator.Endpoint, emulator.Time.GetUtcNow());
        request.RequestUri = new Uri(emulator.Endpoint, "/?");

        (await SendOver(request)).Succeeded();
    }

    [Fact]
    public async Task Go_accepts_a_compressed_answer_and_need_not_get_one() =>
        Assert.Null((await Send(new Tc3Call("DescribeZones") { Others = { ["Accept-Encoding"] = "gzip" } })).Succeeded().Header("Content-Encoding"));

    [Fact]
    public async Task Python_escapes_and_spaces_its_json() =>
        (await Send(new Tc3Call("DescribeInstances", "{\"InstanceName\": \"\\u672a\\u547d\\u540d\", \"InstanceIds\": [\"ins-a\", \"ins-b\"]}")
        {
            Language = "en-US",
            Others = { ["X-TC-RequestClient"] = "SDK_PYTHON_3.1.161", ["X-TC-TraceId"] = "6f1c4ad5-2b76-4d0c-8a0c-5f2f0c9c1b11" },
        })).Succeeded();

    [Fact]
    public async Task Php_sends_an_array_for_an_empty_object_and_is_told_so() =>
        (await Send(new Tc3Call("DescribeZones", "[]"))).Refused("InvalidParameter");

    [Theory]
    [InlineData("http://{0}")]
    [InlineData("http://{0}/")]
    [InlineData("https://{0}")]
    public async Task Tccli_sends_and_signs_a_url_for_a_host(string pattern)
    {
        await using var emulator = await Strict();
        var host = string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, emulator.Endpoint.Authority);
        using var signed = new Tc3Call("DescribeZones") { SignedHost = host }.Build(emulator.Endpoint, emulator.Time.GetUtcNow());
        // Header names in the spelling of Go, which writes every one of them this way.
        var head = new StringBuilder($"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n");
        foreach (var header in signed.Headers.NonValidated.Where(header => header.Key != "Host"))
        {
            head.Append(header.Key.Replace("X-TC", "X-Tc", StringComparison.Ordinal)).Append(": ").Append(header.Value).Append("\r\n");
        }

        using var socket = new TcpClient();
        await socket.ConnectAsync(emulator.Endpoint.Host, emulator.Endpoint.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{head}\r\n{{}}"));
        using var reader = new StreamReader(socket.GetStream());
        var answer = await reader.ReadToEndAsync();

        Assert.Contains("\"ZoneSet\"", answer);
    }

    private static Task<EmulatorApplication> Strict() =>
        EmulatorApplication.StartAsync("Auth:Mode=Strict", "Credentials:0:SecretId=emulator", "Credentials:0:SecretKey=emulator");

    private static async Task<Answer> Send(Tc3Call call, Action<HttpRequestMessage>? change = null)
    {
        await using var emulator = await Strict();
        var request = call.Build(emulator.Endpoint, emulator.Time.GetUtcNow());
        change?.Invoke(request);
        return await SendOver(request);
    }

    private static async Task<Answer> SendOver(HttpRequestMessage request)
    {
        using var client = new HttpClient();
        using (request)
        {
            using var response = await client.SendAsync(request);
            return await Answer.FromAsync(response);
        }
    }
}
