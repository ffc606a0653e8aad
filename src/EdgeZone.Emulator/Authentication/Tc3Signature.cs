using System.Security.Cryptography;
using System.Text;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// The TC3-HMAC-SHA256 signature that a request should carry. Texts are built as bytes and never become strings, except to explain a
/// refusal. https://www.tencentcloud.com/document/api/213/33224
/// </summary>
internal readonly ref struct Tc3Signature(ReceivedRequest request, Tc3Authorization authorization, long timestamp, ReadOnlySpan<byte> payloadHash)
{
    private readonly ReceivedRequest _request = request;
    private readonly Tc3Authorization _authorization = authorization;
    private readonly long _timestamp = timestamp;
    private readonly ReadOnlySpan<byte> _payloadHash = payloadHash;

    /// <summary>Whether the request carries the signature that this key gives, if the client took this for its host.</summary>
    public bool IsMadeWith(ReadOnlySpan<byte> signingKey, string host) =>
        // The rule says lower-case header values; official SDKs sign them as they are, which shows as soon as a host has a capital letter.
        IsMadeWith(signingKey, host, lowerCase: true, out var differs)
        || (differs && IsMadeWith(signingKey, host, lowerCase: false, out _));

    /// <summary>The canonical request as it was expected, for the person who debugs a client. A token in it is masked.</summary>
    public string CanonicalRequest(string host)
    {
        var text = new Utf8Text(stackalloc byte[1024]);
        WriteCanonicalRequest(ref text, host, lowerCase: true, maskToken: true);
        var canonical = Encoding.UTF8.GetString(text.Written);
        text.Dispose();
        return canonical;
    }

    /// <summary>The string to sign as it was expected.</summary>
    public string StringToSign(string host)
    {
        var text = new Utf8Text(stackalloc byte[256]);
        WriteStringToSign(ref text, host, lowerCase: true);
        var toSign = Encoding.UTF8.GetString(text.Written);
        text.Dispose();
        return toSign;
    }

    private bool IsMadeWith(ReadOnlySpan<byte> signingKey, string host, bool lowerCase, out bool differs)
    {
        var text = new Utf8Text(stackalloc byte[256]);
        differs = WriteStringToSign(ref text, host, lowerCase);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(signingKey, text.Written, mac);
        text.Dispose();

        Span<byte> expected = stackalloc byte[mac.Length * 2];
        Convert.TryToHexStringLower(mac, expected, out _);
        Span<byte> given = stackalloc byte[expected.Length];
        return _authorization.Signature.Length == given.Length
            && Encoding.UTF8.TryGetBytes(_authorization.Signature, given, out _)
            && CryptographicOperations.FixedTimeEquals(expected, given);
    }

    private bool WriteStringToSign(ref Utf8Text text, string host, bool lowerCase)
    {
        var canonical = new Utf8Text(stackalloc byte[1024]);
        var differs = WriteCanonicalRequest(ref canonical, host, lowerCase, maskToken: false);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(canonical.Written, hash);
        canonical.Dispose();
        Span<byte> hex = stackalloc byte[hash.Length * 2];
        Convert.TryToHexStringLower(hash, hex, out _);

        text.Append(Tc3Authorization.Algorithm);
        text.Append("\n"u8);
        text.Append(_timestamp);
        text.Append("\n"u8);
        text.Append(_authorization.Date);
        text.Append("/"u8);
        text.Append(_authorization.Service);
        text.Append("/"u8);
        text.Append(Tc3Authorization.ScopeEnd);
        text.Append("\n"u8);
        text.Append(hex);
        return differs;
    }

    /// <returns>Whether lower case made a difference to any header value.</returns>
    private bool WriteCanonicalRequest(ref Utf8Text text, string host, bool lowerCase, bool maskToken)
    {
        text.Append(_request.Method);
        // The path is always signed as a slash, whatever the endpoint's is; a POST never signs its query.
        text.Append("\n/\n"u8);
        text.Append(_request.IsGet ? _request.RawQuery : "");
        text.Append("\n"u8);

        var differs = false;
        foreach (var range in _authorization.SignedHeaders.Split(';'))
        {
            var name = _authorization.SignedHeaders[range];
            var value = ValueOf(name, host, maskToken).AsSpan().Trim();
            text.AppendLowerCase(name);
            text.Append(":"u8);
            if (lowerCase)
            {
                differs |= text.AppendLowerCase(value);
            }
            else
            {
                text.Append(value);
            }

            text.Append("\n"u8);
        }

        text.Append("\n"u8);
        text.AppendLowerCase(_authorization.SignedHeaders);
        text.Append("\n"u8);
        text.Append(_payloadHash);
        return differs;
    }

    private string ValueOf(ReadOnlySpan<char> header, string host, bool maskToken) => header switch
    {
        "host" => host,
        "content-type" => _request.Headers.ContentType.ToString(),
        _ when maskToken && header.Equals("x-tc-token", StringComparison.OrdinalIgnoreCase) => "***",
        // Rare: no official SDK signs more than the two above.
        _ => _request.Headers[header.ToString()].ToString(),
    };
}
