using System.Net;
using System.Security.Cryptography;
using System.Text;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// The TC3-HMAC-SHA256 signature that a request should carry. Texts are hashed as they are built and never become strings, except to explain
/// a refusal. https://www.tencentcloud.com/document/api/213/33224
/// </summary>
internal readonly ref struct Tc3Signature(ReceivedRequest request, Tc3Authorization authorization, long timestamp, ReadOnlySpan<byte> payloadHash)
{
    private const int Room = 1024;

    private readonly ReceivedRequest _request = request;
    private readonly Tc3Authorization _authorization = authorization;
    private readonly long _timestamp = timestamp;
    private readonly ReadOnlySpan<byte> _payloadHash = payloadHash;

    /// <summary>Whether the request carries the signature that this key gives, if the client took this for its host.</summary>
    public bool IsMadeWith(SigningKey key, string host) =>
        // The rule says lower-case header values; official SDKs sign them as they are, which shows as soon as a host has a capital letter.
        IsMadeWith(key, host, lowerCase: true, out var differs)
        || (differs && IsMadeWith(key, host, lowerCase: false, out _));

    /// <summary>The canonical request as it was expected, for the person who debugs a client. What is secret in it is masked.</summary>
    public string CanonicalRequest(string host, SecretParameters secrets, bool lowerCase = true)
    {
        var text = SignedText.ToShow(stackalloc byte[Room]);
        WriteCanonicalRequest(ref text, host, lowerCase, secrets);
        return text.Show();
    }

    /// <summary>The string to sign as it was expected.</summary>
    public string StringToSign(string host)
    {
        var text = SignedText.ToShow(stackalloc byte[Room]);
        WriteStringToSign(ref text, host, lowerCase: true);
        return text.Show();
    }

    private bool IsMadeWith(SigningKey key, string host, bool lowerCase, out bool differs)
    {
        var text = SignedText.ToSign(stackalloc byte[Room], key);
        differs = WriteStringToSign(ref text, host, lowerCase);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        text.Finish(mac);

        Span<byte> expected = stackalloc byte[mac.Length * 2];
        Convert.TryToHexStringLower(mac, expected, out _);
        Span<byte> given = stackalloc byte[expected.Length];
        return _authorization.Signature.Length == given.Length
            && Encoding.UTF8.TryGetBytes(_authorization.Signature, given, out _)
            && CryptographicOperations.FixedTimeEquals(expected, given);
    }

    private bool WriteStringToSign(ref SignedText text, string host, bool lowerCase)
    {
        var canonical = SignedText.ToHash(stackalloc byte[Room]);
        var differs = WriteCanonicalRequest(ref canonical, host, lowerCase, secrets: null);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        canonical.Finish(hash);
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

    /// <param name="text">Gets the canonical request.</param>
    /// <param name="host">What the client may have taken for its host.</param>
    /// <param name="lowerCase">Whether header values are signed in lower case.</param>
    /// <param name="secrets">What is masked; null to mask nothing.</param>
    /// <returns>Whether lower case made a difference to any header value.</returns>
    private bool WriteCanonicalRequest(ref SignedText text, string host, bool lowerCase, SecretParameters? secrets)
    {
        text.Append(_request.Method);
        // The path is always signed as a slash, whatever the endpoint's is; a POST never signs its query.
        text.Append("\n/\n"u8);
        if (_request.IsGet)
        {
            WriteQuery(ref text, secrets);
        }

        text.Append("\n"u8);

        var differs = false;
        foreach (var range in _authorization.SignedHeaders.Split(';'))
        {
            var name = _authorization.SignedHeaders[range];
            var value = ValueOf(name, host, masked: secrets is not null).AsSpan().Trim();
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

    private void WriteQuery(ref SignedText text, SecretParameters? secrets)
    {
        var query = _request.RawQuery.AsSpan();
        if (secrets is null)
        {
            text.Append(query);
            return;
        }

        foreach (var range in query.Split('&'))
        {
            text.Append(range.Start.Value == 0 ? "" : "&");
            var pair = query[range];
            var equals = pair.IndexOf('=');
            if (equals >= 0 && secrets.Hides(WebUtility.UrlDecode(pair[..equals].ToString())))
            {
                text.Append(pair[..(equals + 1)]);
                text.Append(SecretParameters.Mask);
            }
            else
            {
                text.Append(pair);
            }
        }
    }

    private string ValueOf(ReadOnlySpan<char> header, string host, bool masked) => header switch
    {
        "host" => host,
        "content-type" => _request.Headers.ContentType.ToString(),
        _ when masked && IsSecret(header) => SecretParameters.Mask,
        // Rare: no official SDK signs more than the two above.
        _ => _request.Headers[header.ToString()].ToString(),
    };

    private static bool IsSecret(ReadOnlySpan<char> header) =>
        header.Equals("x-tc-token", StringComparison.OrdinalIgnoreCase)
        || header.Equals("authorization", StringComparison.OrdinalIgnoreCase)
        || header.Equals("cookie", StringComparison.OrdinalIgnoreCase);
}
