using System.Diagnostics.CodeAnalysis;

namespace EdgeZone.Emulator.Journals;

/// <summary>The latest entries of one sandbox in the order of their effects; an older one makes room for a newer one, of this sandbox or of another.</summary>
/// <param name="capacity">How many are kept at the most; 0 for none.</param>
/// <param name="memory">What bounds those of all sandboxes together.</param>
internal sealed class Journal(int capacity, JournalMemory memory)
{
    /// <summary>How many entries are forgotten at a stretch, before other callers get their turn.</summary>
    private const int Stretch = 1000;

    /// <summary>A larger answer is not held for the next one's sake, in bytes.</summary>
    private const int LargestShared = 64 * 1024;

    private JournalEntry? _oldest;
    private JournalEntry? _newest;
    private int _kept;
    private long _calls;
    private bool _truncated;
    private bool _closed;
    private long _lastId;
    private JournalListener[] _listeners = [];

    // Whichever of the latest; whoever is answered alike shares it.
    private KeptAnswer? _lastAnswer;

    /// <summary>How many entries are kept at the most.</summary>
    public int Capacity => capacity;

    /// <summary>How many calls there have ever been.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>Appends an entry.</summary>
    public void Append(JournalEntry entry)
    {
        if (entry.Call is not null)
        {
            Interlocked.Increment(ref _calls);
        }

        if (capacity == 0)
        {
            _truncated = true;
            return;
        }

        entry.Measure();
        lock (memory.Gate)
        {
            if (_closed)
            {
                return;
            }

            if (_kept == capacity)
            {
                ForgetOldest();
            }

            Link(entry);
            memory.Append(entry);
            foreach (var listener in _listeners)
            {
                listener.Tell();
            }
        }
    }

    /// <summary>Notes what was answered to a call, nothing if that is empty, if the call is still remembered.</summary>
    public void Complete(JournalEntry entry, ReadOnlySpan<byte> answer, TimeSpan elapsed)
    {
        if (capacity == 0)
        {
            return;
        }

        var kept = answer.IsEmpty ? null : KeptAnswer.Of(answer, entry.RequestId, _lastAnswer);
        if (kept?.Size <= LargestShared)
        {
            _lastAnswer = kept;
        }

        lock (memory.Gate)
        {
            if (entry.Journal is not null)
            {
                memory.Grow(entry, kept, elapsed);
                foreach (var listener in _listeners)
                {
                    listener.Wake();
                }
            }
        }
    }

    /// <summary>The kept entries, the newest first.</summary>
    public JournalReading Read()
    {
        lock (memory.Gate)
        {
            return new JournalReading(_newest, Calls, _truncated);
        }
    }

    /// <summary>Forgets everything for good: the sandbox is no longer there. A call under way that ends later is only counted.</summary>
    public void Close()
    {
        for (var more = true; more;)
        {
            lock (memory.Gate)
            {
                (_closed, _lastAnswer) = (true, null);
                for (var i = 0; i < Stretch && _oldest is not null; i++)
                {
                    ForgetOldest();
                }

                more = _oldest is not null;
                foreach (var listener in _listeners)
                {
                    listener.Wake();
                }
            }
        }
    }

    /// <summary>Lets somebody listen, until they leave.</summary>
    /// <param name="most">How many may listen at once.</param>
    /// <param name="after">
    /// The id behind which they go on; one that no message has had, or whose successor is forgotten, means from the oldest that is kept. Null for
    /// what comes from now on.
    /// </param>
    /// <returns>Null when as many listen already.</returns>
    public JournalListener? Listen(int most, long? after)
    {
        // Looked for before the gate is held, for it takes a while.
        var behind = after is { } id ? Read().Entries.FirstOrDefault(entry => entry.LastId <= id) : null;
        lock (memory.Gate)
        {
            if (_listeners.Length >= most)
            {
                return null;
            }

            var forgotten = (_oldest?.FirstId ?? (_lastId + 1)) - 1;
            var listener = after switch
            {
                null => new JournalListener(_lastId, _newest),
                { } wanted when wanted >= forgotten && wanted <= _lastId => new JournalListener(wanted, behind),
                _ => new JournalListener(forgotten, last: null),
            };
            _listeners = [.. _listeners, listener];
            return listener;
        }
    }

    /// <summary>The next entry for a listener, a call as soon as its answer was given.</summary>
    /// <returns>False when there is none yet, or never will be because the listener is cut off or the journal closed.</returns>
    public bool TryRead(JournalListener listener, [NotNullWhen(true)] out JournalEntry? entry)
    {
        lock (memory.Gate)
        {
            entry = listener.Last is { Journal: not null } last ? last.Newer : _oldest;
            var isNext = (entry?.FirstId ?? (_lastId + 1)) <= listener.Position + 1;
            if (!listener.Reads(_closed, isNext) || entry is null or { Call: not null, Elapsed: null })
            {
                entry = null;
                return false;
            }

            listener.Pass(entry);
            return true;
        }
    }

    /// <summary>Lets a listener go.</summary>
    public void Leave(JournalListener listener)
    {
        lock (memory.Gate)
        {
            _listeners = [.. _listeners.Where(other => other != listener)];
        }
    }

    /// <summary>Forgets the oldest entry; for a holder of the gate.</summary>
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
        forgotten.Journal = null;
        _kept--;
        _truncated = true;
        memory.Remove(forgotten);
    }

    private void Link(JournalEntry entry)
    {
        entry.Journal = this;
        entry.Older = _newest;
        if (_newest is null)
        {
            _oldest = entry;
        }
        else
        {
            _newest.Newer = entry;
        }

        _newest = entry;
        _kept++;
        entry.LastId = _lastId += entry.Messages;
    }
}
