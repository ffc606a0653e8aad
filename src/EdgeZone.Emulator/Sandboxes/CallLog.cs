namespace EdgeZone.Emulator.Sandboxes;

/// <summary>The latest calls of one sandbox; an older one makes room for a newer one, of this sandbox or of another.</summary>
/// <param name="capacity">How many are remembered at the most; 0 for none.</param>
/// <param name="memory">What bounds those of all sandboxes together.</param>
internal sealed class CallLog(int capacity, CallMemory memory)
{
    /// <summary>How many calls are forgotten at a stretch, before other callers get their turn.</summary>
    private const int Stretch = 1000;

    private RememberedCall? _oldest;
    private RememberedCall? _newest;
    private int _remembered;
    private long _total;
    private bool _closed;

    /// <summary>How many are remembered at the most.</summary>
    public int Capacity => capacity;

    /// <summary>How many there have ever been.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>Counts a call that is not remembered.</summary>
    public void Count() => Interlocked.Increment(ref _total);

    /// <summary>Counts a call and remembers it.</summary>
    public void Add(in CallRecord call)
    {
        var remembered = new RememberedCall(this, call);
        lock (memory.Gate)
        {
            Count();
            if (_closed || capacity == 0)
            {
                return;
            }

            if (_remembered == capacity)
            {
                ForgetOldest();
            }

            Append(remembered);
            memory.Append(remembered);
        }
    }

    /// <summary>The remembered calls, the newest first, and how many there are and have ever been.</summary>
    /// <param name="most">How many are wanted at the most.</param>
    public (IReadOnlyList<CallRecord> Latest, long Remembered, long Total) Read(int most)
    {
        RememberedCall? call;
        int remembered;
        long total;
        lock (memory.Gate)
        {
            (call, remembered, total) = (_newest, _remembered, _total);
        }
        // The chain is walked without the gate: what is forgotten meanwhile only makes it shorter.
        var latest = new List<CallRecord>(Math.Min(most, remembered));
        for (; call is not null && latest.Count < most; call = call.Older)
        {
            latest.Add(call.Call);
        }

        return (latest, remembered, total);
    }

    /// <summary>Forgets everything for good: the sandbox is no longer there. A call under way that ends later is only counted.</summary>
    public void Close()
    {
        for (var more = true; more;)
        {
            lock (memory.Gate)
            {
                _closed = true;
                for (var i = 0; i < Stretch && _oldest is not null; i++)
                {
                    ForgetOldest();
                }

                more = _oldest is not null;
            }
        }
    }

    /// <summary>Forgets the oldest call; for a holder of the gate.</summary>
    public void ForgetOldest()
    {
        var forgotten = _oldest!;
        _oldest = forgotten.Newer;
        if (_oldest is null)
        {
            _newest = null;
        }
        else
        {
            _oldest.Older = null;
        }

        forgotten.Newer = null;
        _remembered--;
        memory.Remove(forgotten);
    }

    private void Append(RememberedCall call)
    {
        call.Older = _newest;
        if (_newest is null)
        {
            _oldest = call;
        }
        else
        {
            _newest.Newer = call;
        }

        _newest = call;
        _remembered++;
    }
}
