namespace EdgeZone.Emulator.Domain.Machines;

/// <summary>The machines of one model in one zone: free + bound + wiping = all, at all times.</summary>
internal sealed class MachineStock(int machines, Func<string> nextMachineId)
{
    // A machine gets its id when it is first bound and keeps it, so only those that came back have one while they are free.
    private readonly Queue<string> _returned = new();
    private int _unnamed = machines;

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
