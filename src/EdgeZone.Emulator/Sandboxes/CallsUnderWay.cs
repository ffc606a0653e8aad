namespace EdgeZone.Emulator.Sandboxes;

/// <summary>How many calls of a sandbox have come and are not answered yet.</summary>
internal sealed class CallsUnderWay
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>A call has come.</summary>
    public void Enter() => Interlocked.Increment(ref _count);

    /// <summary>A call is answered, or never will be.</summary>
    public void Leave() => Interlocked.Decrement(ref _count);
}
