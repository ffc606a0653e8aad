using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>The ways in which one and the same call can be sent. https://www.tencentcloud.com/document/api/213/33224</summary>
public class RequestFormTests
{
    [Theory]
    [InlineData("GET", "HmacSHA256")]
    [InlineData("GET", "HmacSHA1")]
    [InlineData("GET", null)]
    [InlineData("POST", "HmacSHA256")]
    [InlineData("POST", "HmacSHA1")]
    [InlineData("POST", null)]
    public async Task The_older_signature(string method, string? signatureMethod)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");
        var call = new V1Call("DescribeInstances", ("InstanceName", "a b~*+&=中"), ("InstanceIds.0", "ins-a"))
        {
            Method = method,
            SignatureMethod = signatureMethod,
        };

        (await emulator.SendAsync(call)).Succeeded();
    }

    [Fact]
    public async Task The_older_signature_with_an_empty_region_and_language_of_its_own()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new V1Call("DescribeZones") { Common = { ["Language"] = "", ["RequestClient"] = "SDK_GO_1" } })).Succeeded();
    }

    [Theory]
    [InlineData("Nonce", "0")]
    [InlineData("Nonce", "9223372036854775807")]
    [InlineData("SignatureMethod", "HmacSHA256")]
    public async Task Common_fields_that_sdks_send(string name, string value)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new V1Call("DescribeZones") { Common = { [name] = value } })).Succeeded();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Limit=5&InstanceIds.1=ins-b&InstanceIds.0=ins-a")]
    [InlineData("InstanceName=a+b")]
    [InlineData("InstanceName=a%20b")]
    [InlineData("InstanceName=%e4%b8%ad")]
    public async Task Tc3_with_a_query(string query)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");

        (await emulator.SendAsync(new Tc3Call("DescribeInstances") { Method = "GET", Query = query, ContentType = "application/x-www-form-urlencoded" }))
            .Succeeded();
    }

    [Fact]
    public async Task Tc3_with_a_form()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeInstances", "Limit=5") { ContentType = "application/x-www-form-urlencoded" })).Succeeded();
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("APPLICATION/JSON")]
    [InlineData(null)]
    public async Task Tc3_with_json_of_any_spelling(string? contentType)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { ContentType = contentType })).Succeeded();
    }

    [Fact]
    public async Task Tc3_without_a_signed_payload()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { ContentSha256 = "UNSIGNED-PAYLOAD" })).Succeeded();
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { ContentSha256 = "UNSIGNED-PAYLOAD", Method = "GET" })).Succeeded();
    }

    [Fact]
    public async Task A_query_of_a_post_is_neither_signed_nor_read()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Query = "loose&Foo=1" })).Succeeded();
    }

    [Theory]
    [InlineData("/any/path")]
    [InlineData("/v2/index.php")]
    [InlineData("/_emulator2")]
    [InlineData("/%E4%B8%AD")]
    [InlineData("//")]
    public async Task Every_path_is_the_apis(string path)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Path = path })).Succeeded();
    }

    [Fact]
    public async Task The_same_signed_bytes_may_come_twice()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var call = new Tc3Call("DescribeZones");

        (await emulator.SendAsync(call)).Succeeded();
        (await emulator.SendAsync(call)).Succeeded();
    }

    [Theory]
    [InlineData("1970-01-01")]
    [InlineData("2026-04-1")]
    [InlineData("x")]
    public async Task Another_version_is_refused_unless_any_is_welcome(string version)
    {
        await using var exact = await EmulatorApplication.StartAsync();
        await using var any = await EmulatorApplication.StartAsync("Api:AcceptAnyVersion=true");
        var call = new Tc3Call("DescribeZones") { Version = version };

        (await exact.SendAsync(call)).Refused("NoSuchVersion");
        (await any.SendAsync(call)).Succeeded();
        (await any.SendAsync(new V1Call("DescribeZones") { Common = { ["Version"] = version } })).Succeeded();
        (await any.SendAsync(call with { Version = null })).Refused("MissingParameter");
    }

    [Fact]
    public async Task A_call_over_the_socket_is_the_same_call()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");
        using var client = new HttpClient();

        foreach (var request in new[]
        {
            new Tc3Call("DescribeZones").Build(emulator.Endpoint, emulator.Time.GetUtcNow()),
            new Tc3Call("DescribeInstances") { Method = "GET", Query = "Limit=5&InstanceName=a%20b" }.Build(emulator.Endpoint, emulator.Time.GetUtcNow()),
            new V1Call("DescribeZones").Build(emulator.Endpoint, emulator.Time.GetUtcNow()),
            new V1Call("DescribeInstances", ("InstanceName", "a b")) { Method = "GET" }.Build(emulator.Endpoint, emulator.Time.GetUtcNow()),
        })
        {
            using var response = await client.SendAsync(request);
            (await Answer.FromAsync(response)).Succeeded();
        }
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_read_to_its_end()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var client = new HttpClient();
        var request = new Tc3Call("DescribeInstances", $$"""{"InstanceName":"{{new string('a', 50_000)}}"}""")
            .Build(emulator.Endpoint, emulator.Time.GetUtcNow());
        request.Headers.TransferEncodingChunked = true;

        using var response = await client.SendAsync(request);

        (await Answer.FromAsync(response)).Succeeded();
    }
}
