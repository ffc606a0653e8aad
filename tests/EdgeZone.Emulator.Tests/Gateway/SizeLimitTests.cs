using System.Text;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Gateway;

/// <summary>How much a request may be. https://www.tencentcloud.com/document/api/213/33224</summary>
public class SizeLimitTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Ten_megabytes_of_json()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Bytes = Json(10 * Megabyte) })).Succeeded();
        (await emulator.SendAsync(new Tc3Call("DescribeZones") { Bytes = Json((10 * Megabyte) + 1) }))
            .Refused("RequestSizeLimitExceeded", "The request size exceeds the upper limit.");
    }

    [Fact]
    public async Task Too_much_json_of_unknown_length_over_a_socket()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var client = new HttpClient();
        var request = new Tc3Call("DescribeZones") { Bytes = Json(10 * Megabyte) }.Build(emulator.Endpoint, emulator.Time.GetUtcNow());
        request.Headers.TransferEncodingChunked = true;
        using var fits = await client.SendAsync(request);
        (await Answer.FromAsync(fits)).Succeeded();

        request = new Tc3Call("DescribeZones") { Bytes = Json((10 * Megabyte) + 1) }.Build(emulator.Endpoint, emulator.Time.GetUtcNow());
        request.Headers.TransferEncodingChunked = true;
        using var exceeds = await client.SendAsync(request);
        (await Answer.FromAsync(exceeds)).Refused("RequestSizeLimitExceeded");
    }

    [Fact]
    public async Task One_megabyte_with_the_older_signature()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var empty = (await new V1Call("DescribeInstances", ("InstanceName", "")) { Common = WrongSignature }
            .Build(emulator.Endpoint, emulator.Time.GetUtcNow()).Content!.ReadAsByteArrayAsync()).Length;
        V1Call Filled(int size) => new("DescribeInstances", ("InstanceName", new string('a', size - empty))) { Common = WrongSignature };
        await using var open = await EmulatorApplication.StartAsync("Auth:Mode=Off");

        (await open.SendAsync(Filled(Megabyte))).Succeeded();
        (await open.SendAsync(Filled(Megabyte + 1))).Refused(
            "AuthFailure.SignatureFailure",
            "The provided credentials could not be validated because of exceeding request size limit, please use new signature method `TC3-HMAC-SHA256`.");
    }

    [Theory]
    [InlineData("Strict", "a", false)]
    [InlineData("Strict", "a", true)]
    [InlineData("Strict", "{", false)]
    [InlineData("Lenient", "a", false)]
    [InlineData("Lenient", "a", true)]
    [InlineData("Lenient", " ", true)]
    [InlineData("Off", "a", true)]
    public async Task An_unsigned_form_is_held_to_its_megabyte_though_it_names_the_action_in_a_header(string mode, string begins, bool chunked)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Auth:Mode={mode}");
        using var client = new HttpClient { BaseAddress = emulator.Endpoint };
        var request = Unsigned(begins + new string(' ', 2 * Megabyte));
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await client.SendAsync(request);

        (await Answer.FromAsync(response)).Refused(
            "AuthFailure.SignatureFailure",
            "The provided credentials could not be validated because of exceeding request size limit, please use new signature method `TC3-HMAC-SHA256`.");
    }

    [Fact]
    public async Task Unsigned_json_may_have_ten_megabytes_where_unsigned_calls_are_welcome()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await emulator.SendAsync(Unsigned("{" + new string(' ', (10 * Megabyte) - 2) + "}"))).Succeeded();
        (await emulator.SendAsync(Unsigned("{" + new string(' ', (10 * Megabyte) - 1) + "}"))).Refused("RequestSizeLimitExceeded");
    }

    [Fact]
    public async Task Thirty_two_kilobytes_of_query()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        string Query(int length) => "InstanceName=" + new string('a', length - "InstanceName=".Length);

        (await emulator.SendAsync(new Tc3Call("DescribeInstances") { Method = "GET", Query = Query(32 * 1024) })).Succeeded();
        (await emulator.SendAsync(new Tc3Call("DescribeInstances") { Method = "GET", Query = Query((32 * 1024) + 1) }))
            .Refused("RequestSizeLimitExceeded", "The request size exceeds the upper limit.");
    }

    [Fact]
    public async Task A_long_query_gets_its_answer_over_a_socket_too()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        using var client = new HttpClient();
        var call = new Tc3Call("DescribeInstances") { Method = "GET", Query = "InstanceName=" + new string('a', 40 * 1024) };

        using var response = await client.SendAsync(call.Build(emulator.Endpoint, emulator.Time.GetUtcNow()));

        (await Answer.FromAsync(response)).Refused("RequestSizeLimitExceeded");
    }

    [Theory]
    [InlineData(64, "UnknownParameter")]
    [InlineData(65, "InvalidParameter")]
    [InlineData(100_000, "InvalidParameter")]
    public async Task Sixty_four_levels_of_json(int depth, string code)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var body = $"{{\"Foo\":{new string('[', depth - 1)}{new string(']', depth - 1)}}}";

        (await emulator.SendAsync(new Tc3Call("DescribeInstances", body))).Refused(code);
    }

    private static Dictionary<string, string?> WrongSignature => new() { ["Signature"] = "x" };

    private static HttpRequestMessage Unsigned(string body) => new(HttpMethod.Post, "/")
    {
        Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        Headers = { { "X-TC-Action", "DescribeZones" } },
    };

    private static byte[] Json(int length) => Encoding.UTF8.GetBytes("{" + new string(' ', length - 2) + "}");
}
