using System.Buffers.Text;

namespace EdgeZone.Emulator.Benchmarks.Wire;

/// <summary>Collects the bytes of one answer until it is complete. It knows as much of HTTP as the two hosts' answers need.</summary>
internal sealed class AnswerReader
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _length;

    /// <summary>Where the next bytes go.</summary>
    public Memory<byte> Free => _buffer.AsMemory(_length);

    /// <summary>The body, once <see cref="Advance"/> has said that it is there.</summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(HeadLength(), _length - HeadLength());

    /// <summary>The status line's code.</summary>
    public bool IsOk => _buffer.AsSpan(0, _length).StartsWith("HTTP/1.1 200"u8);

    public void Clear() => _length = 0;

    /// <summary>Counts the bytes that arrived; true when the answer is complete.</summary>
    public bool Advance(int count)
    {
        _length += count;
        var head = HeadLength();
        return head > 0 && _length >= head + ContentLength(_buffer.AsSpan(0, head));
    }

    private int HeadLength() => _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8) is >= 0 and var end ? end + 4 : 0;

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _) ? length : 0;
    }
}
