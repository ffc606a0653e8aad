using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// The keys that TC3 derives from a secret key, a day and a service. Deriving one takes three HMACs, half the cost of a verification, and
/// gives the same key all day. https://www.tencentcloud.com/document/api/213/33224
/// </summary>
internal sealed class SigningKeyCache
{
    /// <summary>More keys than this are not kept: a busy emulator needs one or two for each credential and day, and starting over is cheap.</summary>
    public const int Capacity = 1024;

    // The service may be as long as a Host, and a caller's own invention: such a key is derived anew each time.
    private const int LongestName = 256;

    private readonly ConcurrentDictionary<string, SigningKey> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SigningKey>.AlternateLookup<ReadOnlySpan<char>> _keysByText;

    public SigningKeyCache() => _keysByText = _keys.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many keys are kept.</summary>
    public int Count => _keys.Count;

    /// <param name="secretKey">The credential's key.</param>
    /// <param name="date">The scope's date, ten characters.</param>
    /// <param name="service">The scope's service; it contains no slash, since slashes separate the scope's parts.</param>
    public SigningKey KeyFor(string secretKey, ReadOnlySpan<char> date, ReadOnlySpan<char> service)
    {
        // A fixed length, then no slash, then the rest: two different inputs never give the same name.
        var length = date.Length + service.Length + 1 + secretKey.Length;
        if (length > LongestName)
        {
            return new SigningKey(Derive(secretKey, date, service));
        }

        Span<char> name = stackalloc char[length];
        date.CopyTo(name);
        service.CopyTo(name[date.Length..]);
        name[date.Length + service.Length] = '/';
        secretKey.CopyTo(name[(date.Length + service.Length + 1)..]);

        return _keysByText.TryGetValue(name, out var key) ? key : Remember(name, new SigningKey(Derive(secretKey, date, service)));
    }

    /// <summary>The key itself, for whoever signs once.</summary>
    public static byte[] Derive(string secretKey, ReadOnlySpan<char> date, ReadOnlySpan<char> service)
    {
        var key = Encoding.UTF8.GetBytes("TC3" + secretKey);
        key = Sign(key, date);
        key = Sign(key, service);
        return Sign(key, Tc3Authorization.ScopeEnd);
    }

    private SigningKey Remember(ReadOnlySpan<char> name, SigningKey key)
    {
        if (_keys.Count >= Capacity)
        {
            _keys.Clear();
        }

        _keysByText[name] = key;
        return key;
    }

    private static byte[] Sign(byte[] key, ReadOnlySpan<char> text)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, utf8);
        return HMACSHA256.HashData(key, utf8);
    }
}
