using System.Net.Sockets;
using System.Text;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>Whatever is sent, the answer is the API's envelope and never a defect.</summary>
public class HostileInputTests
{
    public static TheoryData<string> Bodies =>
    [
        """{"InstanceName":"\ud800"}""",
        """{"InstanceName":"\udc00\ud800"}""",
        """{"\ud800":1}""",
        """{"InstanceIds":["\ud800"]}""",
        """{"Foo\u0000Bar":1}""",
        """{"InstanceName":"\u0000"}""",
        """{"InstanceName":"\u202e\ufffe"}""",
        """{"":1}""",
        """{"Limit":1e999999999}""",
        """{"Limit":-0}""",
        """{"Limit":123456789012345678901234567890123456789012345678901234567890}""",
        "\ufeff{}",
        "{\"InstanceName\":\"" + "𝒳".PadRight(5000, 'x') + "\"}",
    ];

    public static TheoryData<string> Forms =>
    [
        "InstanceName=%FF%FE",
        "InstanceName=%ED%A0%80",
        "InstanceName=%",
        "InstanceName=%zz",
        "InstanceName=%00",
        "InstanceName=%F0%9F",
        "%FF=1",
        "InstanceIds.99999999999=a",
        "InstanceIds.2147483647=a",
        "InstanceIds.-1=a",
        "InstanceIds.=a",
        "InstanceIds.0.0=a",
        ".=a",
        "InstanceName=a=b=c",
        "&&&",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body(string body)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        IsAnAnswer(await emulator.SendAsync(new Tc3Call("DescribeInstances", body)));
        IsAnAnswer(await emulator.SendAsync(new Tc3Call("CreateInstances", body)));
        IsAnAnswer(await emulator.SendUnsignedAsync("DescribeInstances", body));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_or_query(string text)
    {
        await using var emulator = await EmulatorApplication.StartAsync("Auth:Mode=Off");

        IsAnAnswer(await emulator.SendAsync(new V1Call("DescribeInstances") { Tail = "&" + text }));
        IsAnAnswer(await emulator.SendAsync(new V1Call("DescribeInstances") { Tail = "&" + text, Method = "GET" }));
        IsAnAnswer(await emulator.SendAsync(new Tc3Call("DescribeInstances", text) { ContentType = "application/x-www-form-urlencoded" }));
        IsAnAnswer(await emulator.SendAsync(new Tc3Call("DescribeInstances") { Method = "GET", Query = text }));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}' })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xED, 0xA0, 0x80, (byte)'"', (byte)':', (byte)'1', (byte)'}' })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', (byte)'Z', (byte)'o', (byte)'n', (byte)'e', (byte)'"', (byte)':', (byte)'"', 0xF5, (byte)'"', (byte)'}' })]
    [InlineData(new byte[] { 0, 0, 0, 0 })]
    public async Task Bytes_that_are_no_text(byte[] bytes)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeInstances") { Bytes = bytes })).Refused("InvalidParameter");
        IsAnAnswer(await emulator.SendAsync(new Tc3Call("DescribeInstances") { Bytes = bytes, ContentType = "application/x-www-form-urlencoded" }));
    }

    [Fact]
    public async Task Names_and_values_of_any_length_give_a_message_of_bounded_length()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var huge = string.Concat(Enumerable.Repeat("😀", 400_000));
        var order = EmulatorApplication.Order();
        order["Zone"] = huge;

        foreach (var answer in new[]
        {
            await emulator.SendAsync(new Tc3Call("DescribeInstances", $$"""{"{{huge}}":1}""")),
            await emulator.CallAsync("CreateInstances", order),
            await emulator.CallAsync("CreateInstances", EmulatorApplication.Order(name: huge)),
            await emulator.SendAsync(new Tc3Call(new string('a', 20_000))),
            await emulator.SendAsync(new Tc3Call("DescribeZones") { Version = new string('1', 20_000) }),
            await emulator.SendAsync(new Tc3Call("DescribeZones") { Timestamp = new string('x', 20_000) }),
            await emulator.SendAsync(new Tc3Call("DescribeZones") { ContentType = new string('a', 20_000) }),
        })
        {
            IsAnAnswer(answer);
            Assert.NotNull(answer.Code);
            Assert.InRange(answer.Message!.Length, 1, 1024);
        }
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("253402300800")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData(" 1")]
    public async Task A_timestamp_at_the_end_of_time(string timestamp)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.NotNull(IsAnAnswer(await emulator.SendAsync(new Tc3Call("DescribeZones") { Timestamp = timestamp })).Code);
        Assert.NotNull(IsAnAnswer(await emulator.SendAsync(new V1Call("DescribeZones") { Common = { ["Timestamp"] = timestamp } })).Code);
    }

    [Theory]
    [InlineData("TC3-HMAC-SHA256")]
    [InlineData("TC3-HMAC-SHA256 ")]
    [InlineData("TC3-HMAC-SHA256 ,,,,")]
    [InlineData("TC3-HMAC-SHA256 Credential=////, SignedHeaders=;;;, Signature=;")]
    [InlineData("TC3-HMAC-SHA256 Credential=emulator/2026-01-13/edgezone/tc3_request, SignedHeaders=content-type;host;no-such-header, Signature=zz")]
    [InlineData("TC3-HMAC-SHA256 Credential=emulator/2026-01-13/edgezone/tc3_request, SignedHeaders=host;content-type;content-type;é, Signature=é")]
    [InlineData("é")]
    public async Task An_authorization(string authorization)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.StartsWith("AuthFailure.", IsAnAnswer(await emulator.SendAsync(new Tc3Call("DescribeZones") { Authorization = authorization })).Code);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: http://127.0.0.1:8080\r\nX-TC-Action: DescribeZones\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}", "200")]
    [InlineData("POST /?a=\x01 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "")]
    [InlineData("POST /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "4")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "4")]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nX-TC-Action: \xff\xfe\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}", "")]
    [InlineData(
        "POST / HTTP/1.1\r\nHost: x\r\nX-TC-Action: DescribeZones\r\nX-TC-Action: DescribeX\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}", "200")]
    public async Task Bytes_on_the_socket(string request, string status)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(emulator.Endpoint.Host, emulator.Endpoint.Port);
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);

        var answer = await reader.ReadToEndAsync();

        Assert.StartsWith($"HTTP/1.1 {status}", answer);
        Assert.DoesNotContain("InternalError", answer);
        Assert.DoesNotContain("HTTP/1.1 5", answer);
    }

    private static Answer IsAnAnswer(Answer answer)
    {
        Assert.Equal(200, (int)answer.Status);
        Assert.True(Guid.TryParse(answer.RequestId, out _));
        Assert.NotEqual("InternalError", answer.Code);
        return answer;
    }
}
