using System.Security.Cryptography;
using System.Text;

namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>
/// Signs the older way as a client does, written from the public description and with nothing of the emulator in it.
/// https://www.tencentcloud.com/document/api/213/31575
/// </summary>
internal static class V1Signer
{
    /// <summary>The text that is signed, over the values before any percent-encoding.</summary>
    public static string Source(string method, string host, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var sorted = parameters.Where(parameter => parameter.Key != "Signature").OrderBy(parameter => parameter.Key, StringComparer.Ordinal);
        return $"{method}{host}/?{string.Join('&', sorted.Select(parameter => $"{parameter.Key}={parameter.Value}"))}";
    }

    public static string Sign(string source, string secretKey, bool sha256)
    {
        var key = Encoding.UTF8.GetBytes(secretKey);
        var text = Encoding.UTF8.GetBytes(source);
        return Convert.ToBase64String(sha256 ? HMACSHA256.HashData(key, text) : HMACSHA1.HashData(key, text));
    }

    /// <summary>A query or a form as name and value, decoded.</summary>
    public static List<KeyValuePair<string, string>> Decode(string encoded) =>
    [
        .. encoded.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(Decoded(pair[0]), Decoded(pair[1]))),
    ];

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
