using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// A text that a signature covers, under construction as UTF-8 bytes. What the memory that its owner provides, usually on the stack, has no
/// room for is hashed at once: however long a text a caller makes of it, it costs no memory.
/// </summary>
internal ref struct SignedText
{
    /// <summary>How much of a text is shown to the person who debugs a client, in bytes.</summary>
    public const int LongestShown = 16 * 1024;

    private readonly Span<byte> _room;
    private readonly HashAlgorithmName _algorithm;
    private readonly ReadOnlySpan<byte> _key;
    private readonly SigningKey? _signingKey;
    private readonly MemoryStream? _shown;
    private IncrementalHash? _begun;
    private int _length;

    private SignedText(Span<byte> room, HashAlgorithmName algorithm, ReadOnlySpan<byte> key, SigningKey? signingKey, MemoryStream? shown)
    {
        _room = room;
        _algorithm = algorithm;
        _key = key;
        _signingKey = signingKey;
        _shown = shown;
    }

    private readonly ReadOnlySpan<byte> Pending => _room[.._length];

    /// <summary>A text whose SHA-256 is wanted.</summary>
    public static SignedText ToHash(Span<byte> room) => new(room, default, default, null, null);

    /// <summary>A text whose HMAC is wanted.</summary>
    /// <param name="room">Some hundred bytes for what is not hashed yet.</param>
    /// <param name="algorithm">SHA-256 or SHA-1.</param>
    /// <param name="key">The key.</param>
    public static SignedText ToSign(Span<byte> room, HashAlgorithmName algorithm, ReadOnlySpan<byte> key) => new(room, algorithm, key, null, null);

    /// <summary>A text whose HMAC-SHA256 with a key that signs often is wanted.</summary>
    public static SignedText ToSign(Span<byte> room, SigningKey key) => new(room, HashAlgorithmName.SHA256, key.Bytes, key, null);

    /// <summary>A text that a person wants to see.</summary>
    public static SignedText ToShow(Span<byte> room) => new(room, default, default, null, new MemoryStream());

    public void Append(scoped ReadOnlySpan<byte> utf8)
    {
        while (utf8.Length > _room.Length - _length)
        {
            var fits = _room.Length - _length;
            utf8[..fits].CopyTo(_room[_length..]);
            _length += fits;
            utf8 = utf8[fits..];
            MakeRoom();
        }

        utf8.CopyTo(_room[_length..]);
        _length += utf8.Length;
    }

    public void Append(scoped ReadOnlySpan<char> text) => Append(text, lowerCase: false);

    public void Append(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var written);
        Append(digits[..written]);
    }

    /// <summary>Appends the text with its ASCII letters in lower case; true when that changed any.</summary>
    public bool AppendLowerCase(scoped ReadOnlySpan<char> text) => Append(text, lowerCase: true);

    /// <summary>Completes the text and writes its hash or HMAC.</summary>
    public void Finish(Span<byte> hash)
    {
        if (_begun is not null)
        {
            _begun.AppendData(Pending);
            _begun.GetHashAndReset(hash);
            _begun.Dispose();
            _begun = null;
        }
        else if (_signingKey is not null)
        {
            _signingKey.Sign(Pending, hash);
        }
        else if (_algorithm == default)
        {
            Sha256.Hash(Pending, hash);
        }
        else if (_algorithm == HashAlgorithmName.SHA1)
        {
            HMACSHA1.HashData(_key, Pending, hash);
        }
        else
        {
            HMACSHA256.HashData(_key, Pending, hash);
        }
    }

    /// <summary>Completes the text and returns its beginning, an ellipsis behind it when there was more.</summary>
    public readonly string Show()
    {
        _shown!.Write(Pending);
        var text = Encoding.UTF8.GetString(_shown.GetBuffer().AsSpan(0, (int)Math.Min(_shown.Length, LongestShown)));
        return _shown.Length > LongestShown ? text + "…" : text;
    }

    private bool Append(scoped ReadOnlySpan<char> text, bool lowerCase)
    {
        var changed = false;
        while (true)
        {
            var status = Utf8.FromUtf16(text, _room[_length..], out var read, out var written);
            if (lowerCase)
            {
                changed |= LowerCase(_room.Slice(_length, written));
            }

            _length += written;
            if (status != OperationStatus.DestinationTooSmall)
            {
                return changed;
            }

            text = text[read..];
            MakeRoom();
        }
    }

    private static bool LowerCase(Span<byte> text)
    {
        var changed = false;
        foreach (ref var letter in text)
        {
            if (letter is >= (byte)'A' and <= (byte)'Z')
            {
                letter |= 0x20;
                changed = true;
            }
        }

        return changed;
    }

    private void MakeRoom()
    {
        if (_shown is null)
        {
            _begun ??= _algorithm == default ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : IncrementalHash.CreateHMAC(_algorithm, _key);
            _begun.AppendData(Pending);
        }
        else if (_shown.Length <= LongestShown)
        {
            _shown.Write(Pending);
        }

        _length = 0;
    }
}
