namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>Collects what happens: counts everything, keeps the first so many.</summary>
internal sealed class HappeningLog(int limit)
{
    private readonly List<Happening> _first = [];

    /// <summary>The first ones.</summary>
    public IReadOnlyList<Happening> First => _first;

    /// <summary>How many there were.</summary>
    public long Total { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _first.Clear();
        Total = 0;
    }

    /// <summary>One more.</summary>
    public void Add(Happening happening)
    {
        Total++;
        if (_first.Count < limit)
        {
            _first.Add(happening);
        }
    }
}
