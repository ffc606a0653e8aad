using System.Buffers;

namespace EdgeZone.Emulator.Gateway;

/// <summary>The bytes of one answer. They are complete before the first is sent, since the length goes ahead of them.</summary>
internal sealed class PooledAnswer : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 4096;
    private const int LargestKept = 256 * 1024;

    // One for each thread: taking and giving it back needs no lock, and there are never more than threads.
    [ThreadStatic]
    private static PooledAnswer? _spare;

    private readonly ArrayBufferWriter<byte> _buffer = new(FirstSize);

    private PooledAnswer()
    {
    }

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public static PooledAnswer Rent()
    {
        var answer = _spare ?? new PooledAnswer();
        _spare = null;
        return answer;
    }

    public void Clear() => _buffer.ResetWrittenCount();

    public void Advance(int count) => _buffer.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    public void Dispose()
    {
        if (_buffer.Capacity > LargestKept)
        {
            return;
        }

        Clear();
        _spare = this;
    }
}
