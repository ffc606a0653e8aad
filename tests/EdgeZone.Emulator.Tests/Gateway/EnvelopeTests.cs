using System.Text.RegularExpressions;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>The bytes and headers around an answer. One SDK compares the content type literally, others read the RequestId blindly.</summary>
public partial class EnvelopeTests
{
    [Fact]
    public async Task An_error_is_compact_and_says_its_code_before_its_request_id()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await emulator.CallAsync("DescribeX");

        Assert.Equal(
            "{\"Response\":{\"Error\":{\"Code\":\"InvalidAction\",\"Message\":\"The request action=`DescribeX` is invalid or not found in service=`edgezone` "
            + $"and version=`2026-04-01`.\"}},\"RequestId\":\"{answer.RequestId}\"}}}}",
            answer.Body);
    }

    [Fact]
    public async Task A_success_is_compact_and_ends_with_its_request_id()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await emulator.CallAsync("DescribeInstances");

        Assert.Equal($$$"""{"Response":{"InstanceSet":[],"TotalCount":0,"RequestId":"{{{answer.RequestId}}}"}}""", answer.Body);
    }

    [Fact]
    public async Task Chinese_and_back_ticks_are_not_escaped()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Contains("\"ZoneName\":\"广州一区\"", (await emulator.CallAsync("DescribeZones")).Body);
        Assert.Contains("请求缺少必传参数 `Zone`。", (await emulator.SendAsync(new Tc3Call("CreateInstances") { Language = "zh-CN" })).Body);
    }

    [Theory]
    [InlineData("DescribeZones")]
    [InlineData("DescribeX")]
    public async Task Every_answer_has_the_same_headers_over_a_socket(string action)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var client = emulator.CreateClient(ClientCredential.BuiltIn);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("{}") };
        request.Headers.Add("X-TC-Action", action);

        using var response = await client.SendAsync(request);
        var answer = await Answer.FromAsync(response);

        Assert.Equal(200, (int)answer.Status);
        Assert.Equal("application/json", answer.Header("Content-Type"));
        Assert.Equal($"{answer.Length}", answer.Header("Content-Length"));
        Assert.Equal(answer.RequestId, answer.Header("X-TC-RequestId"));
        Assert.NotNull(answer.Header("Date"));
        Assert.Null(answer.Header("Server"));
        Assert.Null(answer.Header("Transfer-Encoding"));
    }

    [Fact]
    public async Task A_request_id_is_a_lower_case_uuid_of_version_4_and_another_each_time()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            ids.Add((await emulator.CallAsync("DescribeZones")).RequestId);
            ids.Add((await emulator.CallAsync("DescribeX")).RequestId);
        }

        Assert.All(ids, id => Assert.Matches(Version4(), id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_same_calls_have_the_same_request_ids_in_another_emulator()
    {
        await using var one = await EmulatorApplication.StartAsync();
        await using var other = await EmulatorApplication.StartAsync();

        Assert.Equal((await one.CallAsync("DescribeZones")).Body, (await other.CallAsync("DescribeZones")).Body);
    }

    [Fact]
    public async Task A_trace_id_is_echoed()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var trace = "6f1c4ad5-2b76-4d0c-8a0c-5f2f0c9c1b11";

        Assert.Equal(trace, (await emulator.SendAsync(Traced(trace))).Header("X-TC-TraceId"));
        Assert.Equal(trace, (await emulator.SendAsync(Traced(trace) with { Action = "DescribeX" })).Header("X-TC-TraceId"));
        Assert.Null((await emulator.CallAsync("DescribeZones")).Header("X-TC-TraceId"));
    }

    [Theory]
    [InlineData("é")]
    [InlineData("a\tb")]
    [InlineData("\u007f")]
    [InlineData("")]
    public async Task A_trace_id_that_no_header_may_hold_is_not_echoed(string trace)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Null((await emulator.SendAsync(Traced(trace))).Succeeded().Header("X-TC-TraceId"));
    }

    [Fact]
    public async Task A_trace_id_that_is_too_long_is_not_echoed()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.NotNull((await emulator.SendAsync(Traced(new string('a', 128)))).Header("X-TC-TraceId"));
        Assert.Null((await emulator.SendAsync(Traced(new string('a', 129)))).Header("X-TC-TraceId"));
    }

    [Theory]
    [InlineData("en-US", "The request is missing a required parameter `Zone`.")]
    [InlineData("", "The request is missing a required parameter `Zone`.")]
    [InlineData("zh-CN", "请求缺少必传参数 `Zone`。")]
    public async Task The_language_changes_the_message_and_never_the_code(string language, string message)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("CreateInstances") { Language = language })).Refused("MissingParameter", message);
        (await emulator.SendAsync(new V1Call("CreateInstances") { Common = { ["Language"] = language } })).Refused("MissingParameter", message);
    }

    private static Tc3Call Traced(string trace) => new("DescribeZones") { Others = { ["X-TC-TraceId"] = trace } };

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex Version4();
}
