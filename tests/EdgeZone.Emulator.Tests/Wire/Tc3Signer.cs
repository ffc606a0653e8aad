using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>
/// Signs as a client does, written from the public description and with nothing of the emulator in it, or both could be wrong together.
/// https://www.tencentcloud.com/document/api/213/33224
/// </summary>
internal sealed record Tc3Signer(string SecretId, string SecretKey)
{
    public required string Method { get; init; }

    /// <summary>The query as it will be sent; signed for a GET only.</summary>
    public string Query { get; init; } = "";

    /// <summary>The signed headers, lower-case names, as they will be sent.</summary>
    public required SortedDictionary<string, string> Headers { get; init; }

    public byte[] Body { get; init; } = [];

    public bool UnsignedPayload { get; init; }

    public required long Timestamp { get; init; }

    public string Service { get; init; } = "edgezone";

    /// <summary>The scope's date when it is to be wrong; otherwise the timestamp's.</summary>
    public string? Date { get; init; }

    /// <summary>Official SDKs forget to sign header values in lower case.</summary>
    public bool RawHeaderValues { get; init; }

    public string SignedHeaders => string.Join(';', Headers.Keys);

    private string ScopeDate =>
        Date ?? DateTimeOffset.FromUnixTimeSeconds(Timestamp).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string CanonicalRequest()
    {
        var payload = UnsignedPayload ? "UNSIGNED-PAYLOAD"u8.ToArray() : Method == "GET" ? [] : Body;
        var headers = string.Concat(Headers.Select(header => $"{header.Key}:{Value(header.Value)}\n"));
        return $"{Method}\n/\n{(Method == "GET" ? Query : "")}\n{headers}\n{SignedHeaders}\n{Hex(SHA256.HashData(payload))}";
    }

    public string StringToSign() =>
        $"TC3-HMAC-SHA256\n{Timestamp}\n{ScopeDate}/{Service}/tc3_request\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest())))}";

    public string Signature()
    {
        var key = Mac(Encoding.UTF8.GetBytes("TC3" + SecretKey), ScopeDate);
        key = Mac(key, Service);
        key = Mac(key, "tc3_request");
        return Hex(Mac(key, StringToSign()));
    }

    public string Authorization() =>
        $"TC3-HMAC-SHA256 Credential={SecretId}/{ScopeDate}/{Service}/tc3_request, SignedHeaders={SignedHeaders}, Signature={Signature()}";

    private string Value(string value) => RawHeaderValues ? value.Trim() : value.Trim().ToLowerInvariant();

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
