using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EdgeZone.Emulator.Benchmarks.Wire;

/// <summary>
/// A call as the bytes that go over the wire, signed with the built-in pair. Written from the public description, with nothing of the
/// emulator in it. https://www.tencentcloud.com/document/api/213/33224
/// </summary>
/// <param name="Action">The action.</param>
/// <param name="Body">Its JSON.</param>
internal sealed record SignedCall(string Action, string Body)
{
    private const string Secret = "emulator";
    private const string Host = "edgezone.intl.tencentcloudapi.com";
    private const string ContentType = "application/json; charset=utf-8";

    private static (string Date, byte[] Key) _key = ("", []);

    public static SignedCall CreateInstances(int count) => new(
        "CreateInstances",
        $$"""{"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceName":"bench","PrivateNetworkId":"net-private-001","PublicNetworkId":"net-public-001","ImageId":"img-ubuntu-22.04","InstanceCount":{{count}},"EnableIpv6":false}""");

    /// <summary>How many addresses one ApplyPublicIps applies for: as many as the API allows.</summary>
    public const int AddressesAtOnce = 100;

    public static SignedCall ApplyPublicIps() =>
        new("ApplyPublicIps", $$"""{"NetworkInstanceId":"net-public-001","Count":{{AddressesAtOnce}},"Type":"ipv4"}""");

    public static SignedCall TerminateInstances(string id) => new("TerminateInstances", $$"""{"InstanceIds":["{{id}}"]}""");

    public static SignedCall DescribeInstances() => new("DescribeInstances", """{"Offset":0,"Limit":20}""");

    /// <summary>The whole request, signed for that second.</summary>
    public byte[] ToBytes(long timestamp)
    {
        var date = DateTimeOffset.FromUnixTimeSeconds(timestamp).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var canonical = $"POST\n/\n\ncontent-type:{ContentType}\nhost:{Host}\n\ncontent-type;host\n{Hash(Body)}";
        var toSign = $"TC3-HMAC-SHA256\n{timestamp}\n{date}/edgezone/tc3_request\n{Hash(canonical)}";
        var signature = Convert.ToHexStringLower(Mac(Key(date), toSign));
        string[] lines =
        [
            "POST / HTTP/1.1",
            $"Host: {Host}",
            $"Content-Type: {ContentType}",
            $"Content-Length: {Encoding.UTF8.GetByteCount(Body)}",
            $"X-TC-Action: {Action}",
            "X-TC-Version: 2026-04-01",
            $"X-TC-Timestamp: {timestamp}",
            "X-TC-Region: ap-guangzhou",
            $"Authorization: TC3-HMAC-SHA256 Credential={Secret}/{date}/edgezone/tc3_request, SignedHeaders=content-type;host, Signature={signature}",
            "",
            Body,
        ];
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
    }

    // Derived once a day: a client that signs every call anew is the load's own cost, which the two hosts share.
    private static byte[] Key(string date)
    {
        if (_key.Date != date)
        {
            _key = (date, Mac(Mac(Mac(Encoding.UTF8.GetBytes("TC3" + Secret), date), "edgezone"), "tc3_request"));
        }

        return _key.Key;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
