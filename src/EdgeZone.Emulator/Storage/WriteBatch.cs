namespace EdgeZone.Emulator.Storage;

/// <summary>What one commit writes. Filled under the queue's lock; afterwards the writing thread alone has it.</summary>
internal sealed class WriteBatch
{
    private const int ChunkSize = 64 * 1024;

    private readonly List<Write> _writes = [];
    private byte[] _chunk = new byte[ChunkSize];
    private int _used;
    private TaskCompletionSource? _kept;

    public IReadOnlyList<Write> Writes => _writes;

    /// <summary>How many bytes wait here.</summary>
    public long Size { get; private set; }

    /// <summary>Completes when all of it is on disk. Made when the first one asks, and shared by all who wait for this commit.</summary>
    public Task Kept => (_kept ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Add(in Write write)
    {
        _writes.Add(write);
        Size += write.Bytes.Length;
    }

    /// <summary>A copy that lives as long as the batch.</summary>
    public ReadOnlyMemory<byte> Copy(ReadOnlySpan<byte> bytes)
    {
        if (_chunk.Length - _used < bytes.Length)
        {
            _chunk = new byte[Math.Max(ChunkSize, bytes.Length)];
            _used = 0;
        }

        var copy = _chunk.AsMemory(_used, bytes.Length);
        bytes.CopyTo(copy.Span);
        _used += bytes.Length;
        return copy;
    }

    /// <summary>Empties it for the next commit and hands over the one whom everybody waits for; null when nobody does.</summary>
    public TaskCompletionSource? Clear()
    {
        var kept = _kept;
        _kept = null;
        _writes.Clear();
        _used = 0;
        Size = 0;
        if (_chunk.Length > ChunkSize)
        {
            _chunk = new byte[ChunkSize];
        }

        return kept;
    }
}
