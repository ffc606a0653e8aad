using System.Text;
using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Authentication;

/// <summary>What the emulator signs itself is what an independent signer makes of it, and what a strict emulator admits.</summary>
public class CallSignerTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 23, 59, 59, TimeSpan.Zero);

    [Theory]
    [InlineData("POST", "http://127.0.0.1:8080/", "application/json", """{"Zone":"ap-guangzhou-1"}""", null)]
    [InlineData("POST", "https://edgezone.tencentcloudapi.com/", "application/json; charset=utf-8", """{"InstanceName":"größe"}""", null)]
    [InlineData("POST", "http://[::1]:8080/?ignored=1", "application/json", "{}", "EdgeZone.Example.COM")]
    [InlineData("GET", "http://localhost:8080/?Limit=1&Zone=ap%2Dguangzhou", "application/x-www-form-urlencoded", "", null)]
    public void It_signs_as_an_independent_signer(string method, string address, string contentType, string body, string? host)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Host = host;
        if (method == "POST")
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        new CallSigner("AKIDone", "s3cret", "t0ken").Sign(request, bytes, Now);

        var expected = new Tc3Signer("AKIDone", "s3cret")
        {
            Method = method,
            Query = request.RequestUri!.Query.TrimStart('?'),
            Headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["content-type"] = contentType,
                ["host"] = host ?? request.RequestUri.Authority,
            },
            Body = bytes,
            Timestamp = Now.ToUnixTimeSeconds(),
        };
        Assert.Equal(expected.Authorization(), request.Headers.GetValues("Authorization").Single());
        Assert.Equal(["1775087999"], request.Headers.GetValues("X-TC-Timestamp"));
        Assert.Equal(["t0ken"], request.Headers.GetValues("X-TC-Token"));
        Assert.Equal(contentType, request.Content!.Headers.GetValues("Content-Type").Single());
    }

    [Theory]
    [InlineData("POST", "")]
    [InlineData("GET", "?Limit=1")]
    public async Task A_strict_emulator_admits_it(string method, string query)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(emulator.Endpoint, query));
        request.Headers.Add("X-TC-Action", "DescribeInstances");
        request.Headers.Add("X-TC-Version", "2026-04-01");
        request.Headers.Add("X-TC-Region", "ap-guangzhou");
        var body = method == "POST" ? "{}"u8.ToArray() : [];
        request.Content = method == "POST" ? new ByteArrayContent(body) : null;
        var signer = new CallSigner("emulator", "emulator");
        signer.Sign(request, body, emulator.Time.GetUtcNow().AddDays(-1));
        signer.Sign(request, body, emulator.Time.GetUtcNow());

        using var response = await emulator.Client.SendAsync(request);

        Assert.Contains("\"InstanceSet\"", await response.Content.ReadAsStringAsync());
    }
}
