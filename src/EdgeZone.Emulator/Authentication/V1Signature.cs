using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// The HmacSHA1 or HmacSHA256 signature that a request should carry among its parameters.
/// https://www.tencentcloud.com/document/api/213/31575
/// </summary>
internal sealed class V1Signature
{
    private const int Room = 1024;

    private readonly string _method;
    private readonly string _given;
    private readonly bool _sha256;
    private readonly FlatParameter[] _signed;

    public V1Signature(ApiRequest.V1 request)
    {
        _method = request.Received.Method;
        _given = request.Fields.Signature;
        // Any other value, a missing one and other spellings of this one all mean SHA-1.
        _sha256 = request.Fields.SignatureMethod == "HmacSHA256";
        _signed = [.. request.Parameters.Where(parameter => parameter.Key != "Signature")];
        // Plain byte order: index 10 comes before index 2, and capitals before small letters.
        Array.Sort(_signed, (left, right) => string.CompareOrdinal(left.Key, right.Key));
    }

    /// <summary>Whether the request carries the signature that this key gives, if the client took this for its host.</summary>
    public bool IsMadeWith(string secretKey, string host)
    {
        var key = Encoding.UTF8.GetBytes(secretKey);
        Span<byte> mac = stackalloc byte[_sha256 ? HMACSHA256.HashSizeInBytes : HMACSHA1.HashSizeInBytes];
        var source = SignedText.ToSign(stackalloc byte[Room], _sha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1, key);
        WriteSource(ref source, host, secrets: null);
        source.Finish(mac);
        Span<byte> expected = stackalloc byte[Base64.GetMaxEncodedToUtf8Length(mac.Length)];
        Base64.EncodeToUtf8(mac, expected, out _, out _);
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(_given));
    }

    /// <summary>The source string as it was expected, for the person who debugs a client. What is secret in it is masked.</summary>
    public string Source(string host, SecretParameters secrets)
    {
        var source = SignedText.ToShow(stackalloc byte[Room]);
        WriteSource(ref source, host, secrets);
        return source.Show();
    }

    private void WriteSource(ref SignedText text, string host, SecretParameters? secrets)
    {
        text.Append(_method);
        text.Append(host);
        text.Append("/?"u8);
        for (var i = 0; i < _signed.Length; i++)
        {
            var (key, value) = _signed[i];
            text.Append(i == 0 ? "" : "&");
            text.Append(key);
            text.Append("="u8);
            text.Append(secrets?.Hides(key) == true ? SecretParameters.Mask : value);
        }
    }
}
