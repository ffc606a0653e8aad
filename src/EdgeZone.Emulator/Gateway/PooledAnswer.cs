using System.Buffers;
using System.Collections.Concurrent;

namespace EdgeZone.Emulator.Gateway;

/// <summary>The bytes of one answer. They are complete before the first is sent, since the length goes ahead of them.</summary>
internal sealed class PooledAnswer : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 4096;
    private const int LargestKept = 256 * 1024;
    private const int MostKept = 256;

    private static readonly ConcurrentBag<PooledAnswer> Pool = [];

    private readonly ArrayBufferWriter<byte> _buffer = new(FirstSize);

    private PooledAnswer()
    {
    }

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public static PooledAnswer Rent() => Pool.TryTake(out var answer) ? answer : new PooledAnswer();

    public void Clear() => _buffer.ResetWrittenCount();

    public void Advance(int count) => _buffer.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    public void Dispose()
    {
        if (_buffer.Capacity > LargestKept || Pool.Count >= MostKept)
            return;
        Clear();
        Pool.Add(this);
    }
}
