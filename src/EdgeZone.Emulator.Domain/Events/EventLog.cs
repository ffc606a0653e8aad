namespace EdgeZone.Emulator.Domain.Events;

/// <summary>Collects what happens while one use case runs: counts everything, keeps the first so many.</summary>
/// <param name="limit">How many are kept.</param>
internal sealed class EventLog(int limit)
{
    private readonly List<WorldEvent> _first = [];

    /// <summary>The number of the use case that runs; 0 while what is due is done.</summary>
    public long Cause { get; set; }

    /// <summary>How many there were.</summary>
    public long Total { get; private set; }

    /// <summary>Whether the use case itself, and not only what was due, has changed something.</summary>
    public bool HasActed { get; private set; }

    /// <summary>The first ones.</summary>
    public IReadOnlyList<WorldEvent> First => _first.Count == 0 ? [] : [.. _first];

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _first.Clear();
        (Cause, Total, HasActed) = (0, 0, false);
    }

    /// <summary>The use case has changed what nobody is told of.</summary>
    public void Touch() => HasActed |= Cause != 0;

    /// <summary>Something happened.</summary>
    /// <param name="kind">What.</param>
    /// <param name="at">When.</param>
    /// <param name="subject">Id of what it happened to.</param>
    /// <param name="before">How that was before; null when it was not there.</param>
    /// <param name="after">How that is now; null when it is gone.</param>
    /// <param name="detail">What else there is to say.</param>
    public void Add(EventKind kind, DateTimeOffset at, string subject, string? before, string? after, string? detail = null)
    {
        Total++;
        HasActed |= Cause != 0;
        if (_first.Count < limit)
        {
            _first.Add(new WorldEvent(at, Cause, kind, subject, before, after, detail));
        }
    }
}
