using System.Text;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>Every refusal is in the caller's language, however early it comes: that of the header, or of the query, or of the form.</summary>
public class LanguageTests
{
    private const int Megabyte = 1024 * 1024;
    private const string OnlyGetAndPost = "http(s)请求协议错误，只支持GET和POST请求。";
    private const string TooLarge = "请求包超过限制大小。";
    private const string TooLargeForV1 = "由于请求包大小超过限制，请求签名验证失败，请使用新的签名方法 `TC3-HMAC-SHA256`。";
    private const string NotSplit = "参数错误，请求URL中参数key和value必须以 `=` 分隔。";

    [Fact]
    public async Task A_wrong_method()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var put = new Tc3Call("DescribeZones") { Method = "PUT" };

        (await emulator.SendAsync(put with { Language = "zh-CN" })).Refused("UnsupportedProtocol", OnlyGetAndPost);
        (await emulator.SendAsync(put with { Query = "Language=zh-CN" })).Refused("UnsupportedProtocol", OnlyGetAndPost);
        (await emulator.SendAsync(put with { Language = "en-US", Query = "Language=zh-CN" })).Refused(
            "UnsupportedProtocol", "HTTP(S) request protocol error; only GET and POST requests are supported.");
    }

    [Fact]
    public async Task A_body_or_a_query_that_is_too_large_to_be_read()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var call = new Tc3Call("DescribeZones") { Language = "zh-CN" };

        (await emulator.SendAsync(call with { Bytes = new byte[(10 * Megabyte) + 1] })).Refused("RequestSizeLimitExceeded", TooLarge);
        (await emulator.SendAsync(call with { Method = "GET", Query = new string('a', 40_000) })).Refused("RequestSizeLimitExceeded", TooLarge);
    }

    [Theory]
    [InlineData("/?Language=zh-CN", null, TooLargeForV1)]
    [InlineData("/", "zh-CN", TooLargeForV1)]
    [InlineData("/?NoLanguage=zh-CN", null, null)]
    public async Task A_form_that_is_too_large_to_be_read(string target, string? header, string? message)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(new byte[Megabyte + 1]) };
        request.Headers.Add("X-TC-Language", header is null ? [] : [header]);

        (await emulator.SendAsync(request)).Refused(
            "AuthFailure.SignatureFailure",
            message
                ?? ("The provided credentials could not be validated because of exceeding request size limit, "
                    + "please use new signature method `TC3-HMAC-SHA256`."));
    }

    [Theory]
    [InlineData("Language=zh-CN&loose", NotSplit)]
    [InlineData("loose&Language=zh-CN", NotSplit)]
    [InlineData("loose&Language=zh%2DCN", NotSplit)]
    [InlineData("=x&Language=zh-CN", "参数错误，请求参数key不能为空字符串。")]
    [InlineData("a=1&a=2&Language=zh-CN", "参数 `a` 重复输入。")]
    [InlineData("Language=zh-CN", "请求缺少必传参数 `Timestamp`。")]
    [InlineData("MyLanguage=zh-CN&loose", "Url key and value should be splited by `=`.")]
    public async Task A_faulty_query_or_form_of_the_older_signature(string text, string message)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var form = new StringContent(text, Encoding.UTF8, "application/x-www-form-urlencoded");

        Assert.Equal(message, (await emulator.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/?{text}"))).Message);
        Assert.Equal(message, (await emulator.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/") { Content = form })).Message);
    }

    [Theory]
    [InlineData("cvm", null, "Credential 中的 `Service` 无效")]
    [InlineData("edgezone", "2026-01-01", "Credential 中的 `Date` 无效")]
    public async Task A_wrong_scope(string service, string? date, string clause)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Service = service, Date = date, Language = "zh-CN" }))
            .Refused("AuthFailure.InvalidAuthorization", $"请求头部的`Authorization`不符合腾讯云标准：{clause}。");
    }
}
