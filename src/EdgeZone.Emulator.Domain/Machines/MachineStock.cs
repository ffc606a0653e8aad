using EdgeZone.Emulator.Domain.Chance;

namespace EdgeZone.Emulator.Domain.Machines;

/// <summary>The machines of one model in one zone: free + bound + wiping + what a rival has = all, at all times.</summary>
internal sealed class MachineStock(int machines, IdSequence ids, IEnumerable<long>? returned = null)
{
    // A machine gets its number, from which its id follows, when it is first bound and keeps it: only those that came back have one while they are free.
    private readonly Queue<long> _returned = returned is null ? new() : new(returned);
    private int _unnamed = machines;

    /// <summary>How many free ones have never been bound.</summary>
    public int NeverBound => _unnamed;

    /// <summary>The numbers of the free ones that came back, in the order in which they will be bound.</summary>
    public IReadOnlyCollection<long> Returned => _returned;

    /// <summary>Ready to be bound.</summary>
    public int Free => _unnamed + _returned.Count;

    /// <summary>Belonging to an instance.</summary>
    public int Bound { get; private set; }

    /// <summary>Given back, not yet wiped.</summary>
    public int Wiping { get; private set; }

    /// <summary>Taken by somebody outside the sandbox.</summary>
    public int Rival { get; private set; }

    /// <summary>All of them.</summary>
    public int Machines => Free + Bound + Wiping + Rival;

    /// <summary>Binds a free machine, the one that came back first if there is one.</summary>
    /// <returns>Its number, or null when none is free.</returns>
    public long? TryBind()
    {
        if (Free == 0)
        {
            return null;
        }

        Bound++;
        if (_returned.TryDequeue(out var number))
        {
            return number;
        }

        _unnamed--;
        return ids.Take();
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

    /// <summary>Its disks are wiped: it is free again, under the same number.</summary>
    public void FinishWiping(long number)
    {
        Wiping--;
        _returned.Enqueue(number);
    }

    /// <summary>A machine whose disks cannot be wiped is taken out of service.</summary>
    public void LoseWiping() => Wiping--;

    /// <summary>Somebody else takes free machines, first those that would be bound first, as many as there are.</summary>
    /// <returns>How many of them were never bound, and the numbers of the others.</returns>
    public (int NeverBound, IReadOnlyList<long> Returned) PutAside(int most)
    {
        List<long> numbers = [];
        while (numbers.Count < most && _returned.TryDequeue(out var number))
        {
            numbers.Add(number);
        }

        var unnamed = Math.Min(_unnamed, most - numbers.Count);
        _unnamed -= unnamed;
        CountAside(unnamed + numbers.Count);
        return (unnamed, numbers);
    }

    /// <summary>Counts machines that somebody else has.</summary>
    public void CountAside(int count) => Rival += count;

    /// <summary>They give them back.</summary>
    public void TakeBack(int neverBound, IReadOnlyList<long> numbers)
    {
        CountAside(-(neverBound + numbers.Count));
        _unnamed += neverBound;
        foreach (var number in numbers)
        {
            _returned.Enqueue(number);
        }
    }

    /// <summary>A stock of its own with the same machines.</summary>
    public MachineStock Copy(IdSequence ownIds) => new(_unnamed, ownIds, _returned) { Bound = Bound, Wiping = Wiping, Rival = Rival };

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
