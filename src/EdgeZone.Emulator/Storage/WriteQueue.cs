namespace EdgeZone.Emulator.Storage;

/// <summary>
/// What waits to be written, in the order in which it came. Two batches take turns: one is filled while the other is written, and
/// everything in a batch is written by one commit.
/// </summary>
/// <param name="position">The position that the file has reached.</param>
/// <param name="limit">From how many bytes on callers wait for room.</param>
internal sealed class WriteQueue(long position, int limit)
{
    // Not a Lock: the writing thread waits on it.
    private readonly object _gate = new();
    private WriteBatch _filling = new();
    private WriteBatch _writing = new();
    private long _last = position;
    private long _taken = position;
    private long _kept = position;
    private string? _fault;
    private volatile bool _full;
    private bool _closed;

    /// <summary>Why nothing is kept any more; null while all is well.</summary>
    public string? Fault => Volatile.Read(ref _fault);

    /// <summary>The position of the newest thing that is being written, or has been; for the writing thread.</summary>
    public long Taken => _taken;

    /// <summary>Everything up to this position is on disk.</summary>
    public long Kept => Volatile.Read(ref _kept);

    public long QueuedBytes
    {
        get
        {
            lock (_gate)
            {
                return _filling.Size + _writing.Size;
            }
        }
    }

    public long Append(SandboxLog log, long number, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            ThrowIfNothingIsKept();
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(number, log.LastNumber);
            if (!log.IsForgotten)
            {
                log.LastNumber = number;
                Add(new Write(WriteKind.Entry, log, _last + 1, number, _filling.Copy(bytes)));
            }

            return log.Position;
        }
    }

    public Task SaveSnapshot(SandboxLog log, long number, ReadOnlyMemory<byte> bytes)
    {
        lock (_gate)
        {
            ThrowIfNothingIsKept();
            if (log.IsForgotten)
            {
                return Task.CompletedTask;
            }

            // Calls that changed nothing have numbers too, and no entry.
            log.LastNumber = Math.Max(log.LastNumber, number);
            var saved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Add(new Write(WriteKind.Snapshot, log, _last + 1, number, bytes, saved));
            return saved.Task;
        }
    }

    /// <summary>Some logs end and others begin, in one commit.</summary>
    public void Replace(IEnumerable<SandboxLog> gone, IEnumerable<(SandboxLog Log, ReadOnlyMemory<byte> Beginning)> fresh)
    {
        lock (_gate)
        {
            ThrowIfNothingIsKept();
            foreach (var log in gone.Where(log => !log.IsForgotten))
            {
                log.IsForgotten = true;
                Add(new Write(WriteKind.Forgetting, log, _last + 1));
            }

            foreach (var (log, beginning) in fresh)
            {
                Add(new Write(WriteKind.Beginning, log, _last + 1, 0, beginning));
            }
        }
    }

    public ValueTask WaitUntilKeptAsync(long position)
    {
        if (Kept >= position)
        {
            return ValueTask.CompletedTask;
        }

        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(position, _last);
            if (_kept >= position)
            {
                return ValueTask.CompletedTask;
            }

            return _fault is null
                ? new ValueTask(position > _taken ? _filling.Kept : _writing.Kept)
                : ValueTask.FromException(new StorageException(_fault));
        }
    }

    public ValueTask WaitForRoomAsync()
    {
        if (Fault is { } fault)
        {
            return ValueTask.FromException(new StorageException(fault));
        }

        if (!_full)
        {
            return ValueTask.CompletedTask;
        }

        lock (_gate)
        {
            return _full ? new ValueTask(_filling.Kept) : ValueTask.CompletedTask;
        }
    }

    /// <summary>What is to be written next, everything that came since the last time; null when nothing will come any more.</summary>
    /// <param name="wait">Whether to wait until there is something; otherwise the batch may be empty.</param>
    public WriteBatch? Take(bool wait)
    {
        lock (_gate)
        {
            while (wait && _filling.Writes.Count == 0 && !_closed)
            {
                Monitor.Wait(_gate);
            }

            if (wait && _filling.Writes.Count == 0)
            {
                return null;
            }

            (_filling, _writing) = (_writing, _filling);
            _taken = _last;
            _full = false;
            return _writing;
        }
    }

    /// <summary>The batch that was taken last is on disk.</summary>
    public void Complete()
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            Volatile.Write(ref _kept, _taken);
            waiting = _writing.Clear();
        }

        waiting?.SetResult();
    }

    /// <summary>Nothing is accepted any more; what is queued will still be written.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Nothing that is queued will ever be kept: everybody who waits, and everybody who comes, is told why.</summary>
    public void Fail(string reason)
    {
        TaskCompletionSource?[] waiting;
        lock (_gate)
        {
            Volatile.Write(ref _fault, reason);
            _full = false;
            waiting = [.. Saving(_writing), .. Saving(_filling), _writing.Clear(), _filling.Clear()];
        }

        foreach (var one in waiting)
        {
            one?.TrySetException(new StorageException(reason));
            _ = one?.Task.Exception;
        }
    }

    private static IEnumerable<TaskCompletionSource?> Saving(WriteBatch batch) => batch.Writes.Select(write => write.Saved);

    private void ThrowIfNothingIsKept()
    {
        if (_fault is not null)
        {
            throw new StorageException(_fault);
        }

        if (_closed)
        {
            throw new StorageException("the store is closed: nothing is kept any more");
        }
    }

    private void Add(in Write write)
    {
        _filling.Add(write);
        _last = write.Position;
        write.Log.Position = write.Position;
        _full = _filling.Size >= limit;
        if (_filling.Writes.Count == 1)
        {
            Monitor.Pulse(_gate);
        }
    }
}
