namespace EdgeZone.Emulator.Testing.Time;

/// <summary>A timer that fires by the time of a sandbox.</summary>
internal sealed class SandboxTimerEntry(SandboxTime time, TimerCallback callback, object? state) : ITimer, IComparable<SandboxTimerEntry>
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private bool _isDisposed;

    /// <summary>When it fires.</summary>
    public DateTimeOffset Due { get; set; }

    /// <summary>Timers that fire at the same instant do so in the order in which they were set.</summary>
    public long Sequence { get; set; }

    /// <summary>How long after it has fired it fires again; null when it does not.</summary>
    public TimeSpan? Period { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        if (_isDisposed)
        {
            return false;
        }

        Period = period > TimeSpan.Zero ? period : null;
        time.Schedule(this, dueTime >= TimeSpan.Zero ? dueTime : null);
        return true;
    }

    public void Fire()
    {
        if (_context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(_context, static timer => ((SandboxTimerEntry)timer!).Call(), this);
        }
    }

    public int CompareTo(SandboxTimerEntry? other) => other is null ? 1 : (Due, Sequence).CompareTo((other.Due, other.Sequence));

    public void Dispose()
    {
        _isDisposed = true;
        time.Schedule(this, null);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);
}
