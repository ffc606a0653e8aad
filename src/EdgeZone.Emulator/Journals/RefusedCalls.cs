namespace EdgeZone.Emulator.Journals;

/// <summary>The latest calls that reached no sandbox.</summary>
/// <param name="capacity">How many are remembered at the most; 0 for none.</param>
internal sealed class RefusedCalls(int capacity)
{
    private readonly Queue<RefusedCall> _latest = new();
    private long _total;

    public void Add(RefusedCall call)
    {
        lock (_latest)
        {
            _total++;
            _latest.Enqueue(call);
            while (_latest.Count > capacity)
            {
                _latest.Dequeue();
            }
        }
    }

    /// <summary>The remembered calls, the newest first, and how many there have ever been.</summary>
    public (IReadOnlyList<RefusedCall> Latest, long Total) Read()
    {
        lock (_latest)
        {
            return ([.. _latest.Reverse()], _total);
        }
    }
}
