namespace EdgeZone.Emulator.Domain.Zones;

/// <summary>How many machines of an account ran in a zone, minute by minute: an entry for each minute in which their number changed.</summary>
/// <remarks>Adding costs the same however long the history is; what can no longer be asked for goes when the list would have to grow.</remarks>
internal sealed class RunningMachines(long keptMinutes)
{
    private readonly List<RunningMinute> _entries = [];

    /// <summary>A history of its own with the same entries.</summary>
    public RunningMachines Copy()
    {
        var copy = new RunningMachines(keptMinutes);
        copy.AddRange(_entries);
        return copy;
    }

    /// <summary>The entries, the oldest first.</summary>
    public IReadOnlyList<RunningMinute> Entries => _entries;

    /// <summary>Adds entries of another history, in order.</summary>
    public void AddRange(IEnumerable<RunningMinute> entries) => _entries.AddRange(entries);

    /// <summary>Counts machines that begin (or, negative, cease) to run at a time, which is not before that of the last change.</summary>
    public void Add(DateTimeOffset at, int change)
    {
        var minute = at.UtcTicks / TimeSpan.TicksPerMinute;
        var rest = TimeSpan.TicksPerMinute - (at.UtcTicks % TimeSpan.TicksPerMinute);
        var last = _entries.Count == 0 ? default : _entries[^1];
        if (_entries.Count > 0 && last.Minute == minute)
        {
            _entries[^1] = new RunningMinute(minute, last.Ticks + (change * rest), last.Running + change);
            return;
        }

        if (_entries.Count == _entries.Capacity)
        {
            _entries.RemoveRange(0, Math.Max(0, IndexAt(minute - keptMinutes)));
        }

        _entries.Add(new RunningMinute(minute, (last.Running * TimeSpan.TicksPerMinute) + (change * rest), last.Running + change));
    }

    /// <summary>The time that machines ran within a minute, in ticks, all machines together.</summary>
    /// <param name="minute">Counted from the beginning of time; kept for as many minutes as was said, counted back from the last change.</param>
    public long TicksIn(long minute)
    {
        var index = IndexAt(minute);
        return index < 0 ? 0 : _entries[index].Minute == minute ? _entries[index].Ticks : _entries[index].Running * TimeSpan.TicksPerMinute;
    }

    /// <summary>The last entry that is not after the minute, -1 when there is none.</summary>
    private int IndexAt(long minute)
    {
        var (low, high) = (0, _entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _entries[middle].Minute <= minute ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
