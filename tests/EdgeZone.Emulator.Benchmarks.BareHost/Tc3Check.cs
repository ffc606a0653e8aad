using System.Security.Cryptography;
using System.Text;

namespace EdgeZone.Emulator.Benchmarks.BareHost;

/// <summary>
/// Verifies TC3-HMAC-SHA256 the way the public description puts it, every step anew for every call: nothing is cached.
/// https://www.tencentcloud.com/document/api/213/33224
/// </summary>
internal static class Tc3Check
{
    private const string SecretKey = "emulator";
    private const string Signature = "Signature=";
    private const string Credential = "Credential=";
    private const string SignedHeaders = "SignedHeaders=";

    public static bool IsSigned(HttpRequest request, byte[] body)
    {
        var authorization = request.Headers.Authorization.ToString();
        var scope = Between(authorization, Credential, ',').Split('/');
        var names = Between(authorization, SignedHeaders, ',').ToString();
        var given = authorization.AsSpan(authorization.IndexOf(Signature, StringComparison.Ordinal) + Signature.Length);
        var date = scope[1];
        var service = scope[2];

        var canonical = new StringBuilder(256).Append(request.Method).Append("\n/\n\n");
        foreach (var name in names.Split(';'))
        {
            canonical.Append(name).Append(':').Append(request.Headers[name].ToString().Trim().ToLowerInvariant()).Append('\n');
        }

        canonical.Append('\n').Append(names).Append('\n').Append(Hex(SHA256.HashData(body)));
        var hashed = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
        var toSign = $"TC3-HMAC-SHA256\n{request.Headers["X-TC-Timestamp"]}\n{date}/{service}/tc3_request\n{hashed}";

        var key = Mac(Encoding.UTF8.GetBytes("TC3" + SecretKey), date);
        key = Mac(key, service);
        key = Mac(key, "tc3_request");
        return given.SequenceEqual(Hex(Mac(key, toSign)));
    }

    private static string Between(string text, string start, char end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from)];
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
