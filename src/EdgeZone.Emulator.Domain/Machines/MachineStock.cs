namespace EdgeZone.Emulator.Domain.Machines;

/// <summary>The machines of one model in one zone: free + bound + wiping = all, at all times.</summary>
internal sealed class MachineStock(int machines, Func<string> nextMachineId, IEnumerable<string>? returned = null)
{
    // A machine gets its id when it is first bound and keeps it, so only those that came back have one while they are free.
    private readonly Queue<string> _returned = returned is null ? new() : new(returned);
    private int _unnamed = machines;

    /// <summary>How many free ones have never been bound.</summary>
    public int NeverBound => _unnamed;

    /// <summary>The ids of the free ones that came back, in the order in which they will be bound.</summary>
    public IReadOnlyList<string> Returned => [.. _returned];

    /// <summary>Ready to be bound.</summary>
    public int Free => _unnamed + _returned.Count;

    /// <summary>Belonging to an instance.</summary>
    public int Bound { get; private set; }

    /// <summary>Given back, not yet wiped.</summary>
    public int Wiping { get; private set; }

    /// <summary>All of them.</summary>
    public int Machines => Free + Bound + Wiping;

    /// <summary>Binds a free machine, the one that came back first if there is one.</summary>
    /// <returns>Its id, or null when none is free.</returns>
    public string? TryBind()
    {
        if (Free == 0)
        {
            return null;
        }

        Bound++;
        if (_returned.TryDequeue(out var id))
        {
            return id;
        }

        _unnamed--;
        return nextMachineId();
    }

    /// <summary>Counts a machine that an instance has.</summary>
    /// <param name="isWiping">Whether its disks are being wiped.</param>
    public void CountTaken(bool isWiping) => (Bound, Wiping) = isWiping ? (Bound, Wiping + 1) : (Bound + 1, Wiping);

    /// <summary>A bound machine is given back.</summary>
    public void StartWiping()
    {
        Bound--;
        Wiping++;
    }

    /// <summary>Its disks are wiped: it is free again, under the same id.</summary>
    public void FinishWiping(string id)
    {
        Wiping--;
        _returned.Enqueue(id);
    }

    /// <summary>Adds or removes free machines until that many are left.</summary>
    public void SetFree(int free)
    {
        while (_returned.Count > free)
        {
            _returned.Dequeue();
        }

        _unnamed = free - _returned.Count;
    }
}
