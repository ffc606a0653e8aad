namespace EdgeZone.Emulator.Journals;

/// <summary>
/// What the journals of the whole process keep: when it is more than allowed, the oldest entries go first, whichever sandbox they are of.
/// All journals share its gate, which nobody holds longer than it takes to link an entry or to unlink a few.
/// </summary>
/// <param name="capacity">The most, in bytes.</param>
internal sealed class JournalMemory(long capacity)
{
    private JournalEntry? _oldest;
    private JournalEntry? _newest;
    private long _size;

    /// <summary>Held by a journal for everything below, and for its own chain of entries.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Appends an entry, which its journal has appended to its own chain, and has the journals forget what is too much now.</summary>
    public void Append(JournalEntry entry)
    {
        entry.Before = _newest;
        if (_newest is null)
        {
            _oldest = entry;
        }
        else
        {
            _newest.After = entry;
        }

        _newest = entry;
        _size += entry.Size;
        Shrink();
    }

    /// <summary>Notes what was answered to a call that is kept, and has the journals forget what is too much now.</summary>
    public void Grow(JournalEntry entry, KeptAnswer? answer, TimeSpan elapsed)
    {
        _size -= entry.Size;
        entry.Complete(answer, elapsed);
        _size += entry.Size;
        Shrink();
    }

    /// <summary>Takes out an entry that its journal forgets.</summary>
    public void Remove(JournalEntry entry)
    {
        if (entry.Before is null)
        {
            _oldest = entry.After;
        }
        else
        {
            entry.Before.After = entry.After;
        }

        if (entry.After is null)
        {
            _newest = entry.Before;
        }
        else
        {
            entry.After.Before = entry.Before;
        }

        entry.Before = entry.After = null;
        _size -= entry.Size;
    }

    private void Shrink()
    {
        while (_size > capacity)
        {
            _oldest!.Journal!.ForgetOldest();
        }
    }
}
