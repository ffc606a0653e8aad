namespace EdgeZone.Emulator.Sandboxes;

/// <summary>A ring of the latest calls of one sandbox; an older one makes room for a newer one.</summary>
/// <param name="capacity">How many are remembered; 0 for none.</param>
internal sealed class CallLog(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<CallRecord> _calls = new();
    private long _total;

    /// <summary>How many are remembered at the most.</summary>
    public int Capacity => capacity;

    public void Add(CallRecord call)
    {
        lock (_gate)
        {
            _total++;
            if (capacity == 0)
            {
                return;
            }

            if (_calls.Count == capacity)
            {
                _calls.Dequeue();
            }

            _calls.Enqueue(call);
        }
    }

    /// <summary>The remembered calls, the newest first, and how many there have ever been.</summary>
    public (IReadOnlyList<CallRecord> Latest, long Total) Read()
    {
        lock (_gate)
        {
            return (_calls.Reverse().ToArray(), _total);
        }
    }
}
