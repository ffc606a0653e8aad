using System.Net;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>Every refusal of the gateway that can be reached, letter for letter. https://www.tencentcloud.com/document/product/213/33281</summary>
public class ErrorTextTests
{
    private const string NotJson = "The request content not valid json format for specified content-type=application/json.";
    private const string Mismatch = "The provided credentials could not be validated. Please check your signature is correct.";

    [Theory]
    [InlineData("X-TC-Action")]
    [InlineData("X-TC-Version")]
    [InlineData("X-TC-Timestamp")]
    public async Task A_missing_common_header(string header)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var call = new Tc3Call(header == "X-TC-Action" ? null : "DescribeZones")
        {
            Version = header == "X-TC-Version" ? null : "2026-04-01",
            WithoutTimestamp = header == "X-TC-Timestamp",
        };

        (await emulator.SendAsync(call)).Refused("MissingParameter", $"The request header is missing a required common parameter `{header}`.");
        (await emulator.SendAsync(call with { Language = "zh-CN" })).Refused("MissingParameter", $"请求头部缺少必传的公共参数 `{header}`。");
    }

    [Theory]
    [InlineData("Timestamp")]
    [InlineData("Nonce")]
    [InlineData("SecretId")]
    [InlineData("Signature")]
    [InlineData("Action")]
    [InlineData("Version")]
    public async Task A_missing_common_field_of_the_older_signature(string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await emulator.SendAsync(new V1Call("DescribeZones") { Common = { [field] = null } });

        answer.Refused("MissingParameter", $"The request is missing a required parameter `{field}`.");
    }

    [Fact]
    public async Task A_missing_region()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        const string English = "The request is missing a required parameter `Region`.";

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Region = null })).Refused("MissingParameter", English);
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Region = "" })).Refused("MissingParameter", English);
        (await emulator.SendAsync(new V1Call("DescribeZones") { Common = { ["Region"] = null } })).Refused("MissingParameter", English);
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Region = null, Language = "zh-CN" })).Refused("MissingParameter", "请求缺少必传参数 `Region`。");
    }

    [Theory]
    [InlineData("$schema")]
    [InlineData("Region")]
    [InlineData("Action")]
    [InlineData("filterByAppId")]
    public async Task An_unknown_parameter(string name)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await emulator.SendAsync(new Tc3Call("DescribeZones", $$"""{"{{name}}":"x"}"""));

        answer.Refused("UnknownParameter", $"The parameter `{name}` is not recognized.");
    }

    [Fact]
    public async Task A_body_that_is_no_json()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones", "{"))).Refused("InvalidParameter", NotJson);
        (await emulator.SendAsync(new Tc3Call("DescribeZones", "{") { Language = "zh-CN" }))
            .Refused("InvalidParameter", "对于指定content-type=application/json协议下，请求内容不是合法的Json格式。");
    }

    [Fact]
    public async Task A_wrong_type_in_json()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var call = new Tc3Call("DescribeInstances", """{"InstanceIds":[null]}""");

        (await emulator.SendAsync(call)).Refused("InvalidParameter", "The value type of parameter `InstanceIds.0` is not valid, input type should be `string`");
        (await emulator.SendAsync(call with { Language = "zh-CN" })).Refused("InvalidParameter", "参数 `InstanceIds.0` 取值类型错误。参数类型应为 `string`");
    }

    [Fact]
    public async Task A_wrong_type_in_a_form()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var call = new V1Call("DescribeInstances", ("Limit", "abc"));

        (await emulator.SendAsync(call)).Refused("InvalidParameter", "The value type of parameter `Limit` is not valid, input value is `abc`.");
        (await emulator.SendAsync(call with { Common = new() { ["Language"] = "zh-CN" } }))
            .Refused("InvalidParameter", "参数 `Limit` 取值类型错误。传入值 `abc`。");
    }

    [Theory]
    [InlineData("&loose", "Url key and value should be splited by `=`.")]
    [InlineData("&=x", "The request has a parameter key which is empty string.")]
    [InlineData("&Region=ap-chengdu", "Parameter `Region` input repeated.")]
    public async Task A_form_that_cannot_be_split(string tail, string message)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new V1Call("DescribeZones") { Tail = tail })).Refused("InvalidParameter", message);
        (await emulator.SendAsync(new V1Call("DescribeZones") { Tail = tail, Method = "GET" })).Refused("InvalidParameter", message);
    }

    [Theory]
    [InlineData("InstanceIds.0", "InstanceIds.2")]
    [InlineData("InstanceIds.1", "InstanceIds.2")]
    [InlineData("InstanceIds.0", "InstanceIds.x")]
    [InlineData("InstanceIds.0", "InstanceIds.01")]
    [InlineData("InstanceIds.0", "InstanceIds")]
    public async Task A_broken_array(string first, string second)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var call = new V1Call("DescribeInstances", (first, "ins-a"), (second, "ins-b"));

        (await emulator.SendAsync(call)).Refused(
            "InvalidParameter", "Parameter `InstanceIds` invalid array format, array index must be continuous and starts with 0.");
        (await emulator.SendAsync(call with { Common = new() { ["Language"] = "zh-CN" } })).Refused(
            "InvalidParameter", "参数 `InstanceIds` 是非法是数组格式，数组下标必须是连续的而且从0下标开始。");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public async Task A_nonce_that_is_no_integer(string nonce)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new V1Call("DescribeZones") { Common = { ["Nonce"] = nonce } }))
            .Refused("InvalidParameter", "Parameter `Nonce` type error.");
    }

    [Fact]
    public async Task A_timestamp_that_is_no_integer()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Timestamp = "soon" }))
            .Refused("InvalidParameter", "The value type of parameter `X-TC-Timestamp` is not valid, input value is `soon`.");
        (await emulator.SendAsync(new V1Call("DescribeZones") { Common = { ["Timestamp"] = "soon" } }))
            .Refused("InvalidParameter", "The value type of parameter `Timestamp` is not valid, input value is `soon`.");
    }

    [Fact]
    public async Task A_region_or_language_that_is_none()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Region = "Nowhere!" })).Refused(
            "InvalidParameterValue", "A value specified in `X-TC-Region` is not valid, is unsupported, or cannot be used.");
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Region = "Nowhere!", Language = "zh-CN" })).Refused(
            "InvalidParameterValue", "参数 `X-TC-Region` 取值错误。");
        (await emulator.SendAsync(new V1Call("DescribeZones") { Common = { ["Region"] = "Nowhere!" } })).Refused(
            "InvalidParameterValue", "A value specified in `Region` is not valid, is unsupported, or cannot be used.");
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Language = "fr-FR" })).Refused(
            "InvalidParameterValue", "A value specified in `X-TC-Language` is not valid, is unsupported, or cannot be used.");
        (await emulator.SendAsync(new V1Call("DescribeZones") { Common = { ["Language"] = "fr-FR" } })).Refused(
            "InvalidParameterValue", "A value specified in `Language` is not valid, is unsupported, or cannot be used.");
    }

    [Fact]
    public async Task A_content_hash_of_another_body()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var call = new Tc3Call("DescribeZones") { ContentSha256 = new string('0', 64) };

        (await emulator.SendAsync(call)).Refused("InvalidParameterValue", "The value specified in `X-TC-Content-SHA256` is not correct.");
        (await emulator.SendAsync(call with { Language = "zh-CN" })).Refused("InvalidParameterValue", "参数 `X-TC-Content-SHA256` 计算值不正确。");
    }

    [Theory]
    [InlineData("DescribeX")]
    [InlineData("describeZones")]
    [InlineData("TerminateEverything")]
    public async Task An_action_that_does_not_exist(string action)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call(action))).Refused(
            "InvalidAction", $"The request action=`{action}` is invalid or not found in service=`edgezone` and version=`2026-04-01`.");
    }

    [Fact]
    public async Task A_version_that_does_not_exist()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Version = "2019-07-22" })).Refused(
            "NoSuchVersion", "The specified api version=`2019-07-22` does not exist in service=`edgezone`.");
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("application/octet-stream")]
    [InlineData("text/xml")]
    public async Task A_content_type_that_no_action_takes(string contentType)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { ContentType = contentType })).Refused(
            "UnsupportedProtocol", $"this action does not support Content-Type=`{contentType}`");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("BREW")]
    public async Task A_method_that_is_neither_get_nor_post(string method)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Method = method })).Refused(
            "UnsupportedProtocol", "HTTP(S) request protocol error; only GET and POST requests are supported.");
    }

    [Fact]
    public async Task A_head_request_has_the_answers_headers_and_no_body()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var client = new HttpClient();

        using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, emulator.Endpoint));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 0);
        Assert.True(Guid.TryParse(Assert.Single(response.Headers.GetValues("X-TC-RequestId")), out _));
    }

    [Theory]
    [InlineData("undefined")]
    [InlineData("null")]
    [InlineData("AKIDstranger")]
    public async Task A_secret_id_that_nobody_knows(string secretId)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Strict");
        var credential = new ClientCredential(secretId, "key");
        const string English = "The SecretId is not found, please ensure that your SecretId is correct.";

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = credential })).Refused("AuthFailure.SecretIdNotFound", English);
        (await emulator.SendAsync(new V1Call("DescribeZones") { Credential = credential })).Refused("AuthFailure.SecretIdNotFound", English);
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = credential, Language = "zh-CN" }))
            .Refused("AuthFailure.SecretIdNotFound", "SecretId不存在，请输入正确的密钥。");
    }

    [Fact]
    public async Task A_signature_that_does_not_match()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var wrong = ClientCredential.BuiltIn with { SecretKey = "wrong" };

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = wrong })).Refused("AuthFailure.SignatureFailure", Mismatch);
        (await emulator.SendAsync(new V1Call("DescribeZones") { Credential = wrong })).Refused("AuthFailure.SignatureFailure", Mismatch);
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = wrong, Language = "zh-CN" }))
            .Refused("AuthFailure.SignatureFailure", "请求签名验证失败，请检查您的签名计算是否正确。");
    }

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task A_timestamp_may_be_five_minutes_off(int seconds, bool accepted)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        foreach (var answer in new[]
        {
            await emulator.SendAsync(new Tc3Call("DescribeZones") { SecondsOff = seconds }),
            await emulator.SendAsync(new V1Call("DescribeZones") { SecondsOff = seconds }),
            await emulator.SendAsync(new Tc3Call("DescribeZones") { SecondsOff = seconds, Credential = ClientCredential.Stranger }),
        })
        {
            if (accepted)
            {
                answer.Succeeded();
            }
            else
            {
                answer.Refused("AuthFailure.SignatureExpire", "The signature is expired, please request again.");
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another")]
    public async Task A_token_that_does_not_belong_to_the_credential(string? token)
    {
        await using var emulator = await EmulatorApplication.StartAsync(
            "Credentials:0:SecretId=AKIDtemporary", "Credentials:0:SecretKey=key", "Credentials:0:Token=token");
        var credential = new ClientCredential("AKIDtemporary", "key", "token");
        const string English = "Token verification failed, please check if your Token is correct";

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = credential })).Succeeded();
        (await emulator.SendAsync(new V1Call("DescribeZones") { Credential = credential })).Succeeded();
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = credential with { Token = token } }))
            .Refused("AuthFailure.TokenFailure", English);
        (await emulator.SendAsync(new V1Call("DescribeZones") { Credential = credential with { Token = token } })).Refused("AuthFailure.TokenFailure", English);
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Credential = ClientCredential.BuiltIn with { Token = "uncalled-for" } }))
            .Refused("AuthFailure.TokenFailure", English);
    }

    [Theory]
    [InlineData(
        "TC3-HMAC-SHA256 Credential=emulator/2026-01-13/cvm/tc3_request, SignedHeaders=content-type;host, Signature=00", "`Service` in Credential not valid")]
    [InlineData(
        "TC3-HMAC-SHA256 Credential=emulator/2026-01-12/edgezone/tc3_request, SignedHeaders=content-type;host, Signature=00", "`Date` in Credential not valid")]
    [InlineData(
        "TC3-HMAC-SHA256 Credential=emulator/today/edgezone/tc3_request, SignedHeaders=content-type;host, Signature=00", "`Date` in Credential not valid")]
    [InlineData(
        "TC3-HMAC-SHA256 Credential=emulator/2026-01-13/edgezone/tc3, SignedHeaders=content-type;host, Signature=00", "`tc3_request` in Credential not valid")]
    [InlineData("TC3-HMAC-SHA256 Credential=emulator, SignedHeaders=content-type;host, Signature=00", "`Credential` not valid")]
    [InlineData(
        "TC3-HMAC-SHA256 Credential=emulator/2026-01-13/edgezone/tc3_request, SignedHeaders=host, Signature=00",
        "`SignedHeaders` must contain `content-type` and `host`")]
    [InlineData("TC3-HMAC-SHA256 Credential=emulator/2026-01-13/edgezone/tc3_request, SignedHeaders=, Signature=00", "`SignedHeaders` not valid")]
    [InlineData("TC3-HMAC-SHA256 Credential=emulator/2026-01-13/edgezone/tc3_request, SignedHeaders=content-type;host, Signature=", "`Signature` not valid")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIA/20260113/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=00", "`Algorithm` not valid")]
    [InlineData("Bearer abc", "`Algorithm` not valid")]
    public async Task An_authorization_that_does_not_conform(string authorization, string what)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Authorization = authorization })).Refused(
            "AuthFailure.InvalidAuthorization", $"The request `Authorization` header does not conform to tencentcloud standards: {what}.");
    }

    [Fact]
    public async Task A_defect_tells_nothing_but_the_request_id()
    {
        var time = new FailingTime();
        await using var emulator = await EdgeZone.Emulator.Testing.EdgeZoneEmulator.StartAsync(options =>
        {
            options.TimeProvider = time;
            options.Settings["Logging:Level"] = "Error";
        });
        time.Fails = true;

        using var response = await emulator.CreateClient().SendAsync(
            new Tc3Call("DescribeZones").Build(new Uri("http://localhost"), EmulatorApplication.Start));
        var answer = await Answer.FromAsync(response);

        answer.Refused("InternalError", "An internal error has occurred. Retry your request, but if the problem persists, contact us.");
        Assert.DoesNotContain(FailingTime.Secret, answer.Body);
        Assert.True(Guid.TryParse(answer.RequestId, out _));
    }

    private sealed class FailingTime : TimeProvider
    {
        public const string Secret = "secret of the house";

        public bool Fails { get; set; }

        public override DateTimeOffset GetUtcNow() => Fails ? throw new InvalidOperationException(Secret) : EmulatorApplication.Start;
    }
}
