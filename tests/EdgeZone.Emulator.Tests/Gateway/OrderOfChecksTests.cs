using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>A request with two faults is told the one that the gateway meets first.</summary>
public class OrderOfChecksTests
{
    private static readonly ClientCredential Wrong = ClientCredential.BuiltIn with { SecretKey = "wrong" };

    [Fact]
    public async Task Method_before_everything() =>
        await Expect("UnsupportedProtocol", new Tc3Call(null) { Method = "PUT", Authorization = "" });

    [Fact]
    public async Task Size_before_headers() =>
        await Expect("RequestSizeLimitExceeded", new Tc3Call(null) { Bytes = new byte[(10 * 1024 * 1024) + 1] });

    [Fact]
    public async Task Action_header_before_a_foreign_authorization() =>
        await Expect("MissingParameter", new Tc3Call(null) { Authorization = "AWS4-HMAC-SHA256 Credential=AKIA" }, "`X-TC-Action`");

    [Fact]
    public async Task Action_then_version_then_timestamp()
    {
        await Expect("MissingParameter", new Tc3Call(null) { Version = null, WithoutTimestamp = true }, "`X-TC-Action`");
        await Expect("MissingParameter", new Tc3Call("DescribeZones") { Version = null, WithoutTimestamp = true }, "`X-TC-Version`");
    }

    [Fact]
    public async Task Common_headers_before_the_body() =>
        await Expect("MissingParameter", new Tc3Call("DescribeZones", "[]") { Version = null }, "`X-TC-Version`");

    [Fact]
    public async Task The_body_before_the_region() =>
        await Expect("InvalidParameter", new Tc3Call("DescribeZones", "[]") { Region = "Nowhere!" }, "json");

    [Fact]
    public async Task The_body_before_the_signature() =>
        await Expect("InvalidParameter", new Tc3Call("DescribeZones", "\"\"") { SignedBody = "" }, "json");

    [Fact]
    public async Task Region_before_version() =>
        await Expect("InvalidParameterValue", new Tc3Call("DescribeZones") { Region = "Nowhere!", Version = "2019-01-01" });

    [Fact]
    public async Task Version_before_action() => await Expect("NoSuchVersion", new Tc3Call("DescribeX") { Version = "2019-01-01" });

    [Fact]
    public async Task Action_before_content_type() => await Expect("InvalidAction", new Tc3Call("DescribeX") { ContentType = "text/xml" });

    [Fact]
    public async Task Content_type_before_authorization() =>
        await Expect("UnsupportedProtocol", new Tc3Call("DescribeZones") { ContentType = "text/xml", Authorization = "Bearer x" });

    [Fact]
    public async Task Action_before_signature() => await Expect("InvalidAction", new Tc3Call("DescribeX") { Credential = Wrong });

    [Fact]
    public async Task Authorization_format_before_its_age() =>
        await Expect("AuthFailure.InvalidAuthorization", new Tc3Call("DescribeZones") { Service = "cvm", SecondsOff = -3600 });

    [Fact]
    public async Task Age_before_the_secret_id() =>
        await Expect(
            "AuthFailure.SignatureExpire",
            new Tc3Call("DescribeZones") { Credential = ClientCredential.Stranger, SecondsOff = -3600 },
            settings: "Auth:Mode=Strict");

    [Fact]
    public async Task The_secret_id_before_the_content_hash() =>
        await Expect(
            "AuthFailure.SecretIdNotFound",
            new Tc3Call("DescribeZones") { Credential = ClientCredential.Stranger, ContentSha256 = "00" },
            settings: "Auth:Mode=Strict");

    [Fact]
    public async Task The_content_hash_before_the_signature() =>
        await Expect("InvalidParameterValue", new Tc3Call("DescribeZones") { Credential = Wrong, ContentSha256 = "00" }, "X-TC-Content-SHA256");

    [Fact]
    public async Task The_signature_before_the_token() =>
        await Expect("AuthFailure.SignatureFailure", new Tc3Call("DescribeZones") { Credential = Wrong with { Token = "uncalled-for" } });

    [Fact]
    public async Task The_token_before_a_missing_region() =>
        await Expect(
            "AuthFailure.TokenFailure", new Tc3Call("DescribeZones") { Credential = ClientCredential.BuiltIn with { Token = "uncalled-for" }, Region = null });

    [Fact]
    public async Task The_token_before_the_actions_parameters() =>
        await Expect(
            "AuthFailure.TokenFailure",
            new Tc3Call("DescribeZones", """{"Foo":1}""") { Credential = ClientCredential.BuiltIn with { Token = "uncalled-for" } });

    [Fact]
    public async Task A_missing_region_before_the_actions_parameters() =>
        await Expect("MissingParameter", new Tc3Call("DescribeZones", """{"Foo":1}""") { Region = null }, "`Region`");

    [Fact]
    public async Task The_rate_limit_before_the_actions_parameters()
    {
        await using var emulator = await EmulatorApplication.StartAsync("RateLimit:Enabled=true", "RateLimit:PerSecond=1");
        await emulator.CallAsync("DescribeZones");

        (await emulator.SendAsync(new Tc3Call("DescribeZones", """{"Foo":1}"""))).Refused("RequestLimitExceeded");
    }

    [Fact]
    public async Task Shape_before_state()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var order = EmulatorApplication.Order(count: 0);
        order["Zone"] = "ap-nowhere-1";

        Assert.Contains("`InstanceCount`", (await emulator.CallAsync("CreateInstances", order)).Refused("InvalidParameterValue").Message);
    }

    [Fact]
    public async Task An_unsigned_empty_get_misses_its_timestamp_first()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        foreach (var path in new[] { "/", "/?", "/?Action=DescribeZones" })
        {
            (await emulator.SendAsync(new HttpRequestMessage(HttpMethod.Get, path)))
                .Refused("MissingParameter", "The request is missing a required parameter `Timestamp`.");
        }
    }

    [Fact]
    public async Task A_text_that_cannot_be_split_before_missing_fields()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");

        (await emulator.SendUnsignedAsync("DescribeZones", "{\"Limit\":1}"))
            .Refused("InvalidParameter", "Url key and value should be splited by `=`.");
        (await emulator.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/?loose"))).Refused("InvalidParameter");
    }

    [Theory]
    [InlineData("Timestamp", "Nonce")]
    [InlineData("Nonce", "SecretId")]
    [InlineData("SecretId", "Signature")]
    [InlineData("Signature", "Action")]
    [InlineData("Action", "Version")]
    public async Task The_older_signature_misses_its_fields_in_order(string first, string second)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await emulator.SendAsync(new V1Call("DescribeZones") { Common = { [first] = null, [second] = null } });

        answer.Refused("MissingParameter", $"The request is missing a required parameter `{first}`.");
    }

    private static async Task Expect(string code, Tc3Call call, string inMessage = "", params string[] settings)
    {
        await using var emulator = await EmulatorApplication.StartAsync(settings);

        var answer = await emulator.SendAsync(call);

        Assert.Contains(inMessage, answer.Refused(code).Message);
    }
}
