using System.Buffers;
using System.Text;

namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// A text under construction, as the UTF-8 bytes that a signature covers. It starts in memory that its owner provides, usually on the
/// stack, and moves to pooled memory only when it outgrows that.
/// </summary>
internal ref struct Utf8Text(Span<byte> initial)
{
    private Span<byte> _buffer = initial;
    private byte[]? _rented;
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

    public void Append(scoped ReadOnlySpan<byte> utf8) => utf8.CopyTo(Take(utf8.Length));

    public void Append(scoped ReadOnlySpan<char> text)
    {
        // Counted first only for texts so long that three bytes a character would waste memory.
        var room = text.Length <= 1024 ? text.Length * 3 : Encoding.UTF8.GetByteCount(text);
        Reserve(room);
        _length += Encoding.UTF8.GetBytes(text, _buffer[_length..]);
    }

    public void Append(long number)
    {
        Reserve(20);
        number.TryFormat(_buffer[_length..], out var written);
        _length += written;
    }

    /// <summary>Appends the text with its ASCII letters in lower case; true when that changed any.</summary>
    public bool AppendLowerCase(scoped ReadOnlySpan<char> text)
    {
        var start = _length;
        Append(text);
        var changed = false;
        foreach (ref var letter in _buffer[start.._length])
        {
            if (letter is >= (byte)'A' and <= (byte)'Z')
            {
                letter |= 0x20;
                changed = true;
            }
        }

        return changed;
    }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = null;
        }
    }

    private Span<byte> Take(int count)
    {
        Reserve(count);
        _length += count;
        return _buffer.Slice(_length - count, count);
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length >= count)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + count, _buffer.Length * 2));
        _buffer[.._length].CopyTo(larger);
        Dispose();
        _buffer = _rented = larger;
    }
}
