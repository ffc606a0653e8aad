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
        var empty = (await new V1Call("DescribeInstances", ("InstanceName", "")) { Common = Unsigned }
            .Build(emulator.Endpoint, emulator.Time.GetUtcNow()).Content!.ReadAsByteArrayAsync()).Length;
        V1Call Filled(int size) => new("DescribeInstances", ("InstanceName", new string('a', size - empty))) { Common = Unsigned };
        await using var open = await EmulatorApplication.StartAsync("Auth:Mode=Off");

        (await open.SendAsync(Filled(Megabyte))).Succeeded();
        (await open.SendAsync(Filled(Megabyte + 1))).Refused(
            "AuthFailure.SignatureFailure",
            "The provided credentials could not be validated because of exceeding request size limit, please use new signature method `TC3-HMAC-SHA256`.");
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

    private static Dictionary<string, string?> Unsigned => new() { ["Signature"] = "x" };

    private static byte[] Json(int length) => Encoding.UTF8.GetBytes("{" + new string(' ', length - 2) + "}");
}
