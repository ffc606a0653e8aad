using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing.Time;

/// <summary>
/// The time of a sandbox as a <see cref="TimeProvider"/>: what it was last told, and for a clock that is not frozen what has passed since.
/// </summary>
internal sealed class SandboxTime(Stillness stillness) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly SortedSet<SandboxTimerEntry> _timers = [];
    private DateTimeOffset _told;
    private long _toldAt;
    private double _rate;
    private long _sequence;
    private ITimer? _alarm;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>When the timers fire that wait, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _timers.Select(timer => timer.Due)];
            }
        }
    }

    /// <summary>When the next timer fires; null when none waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _timers.Min?.Due;
            }
        }
    }

    /// <summary>Whether it stands, as far as is known.</summary>
    public bool IsFrozen
    {
        get
        {
            lock (_gate)
            {
                return _rate == 0;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return Now();
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SandboxTimerEntry(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Learns what the clock shows, and fires what has become due.</summary>
    public void Learn(ClockReading reading)
    {
        Tell(reading.Now, reading.Rate);
        Fire();
    }

    /// <summary>Learns that the clock was moved, and fires what has become due.</summary>
    public void Learn(DateTimeOffset now)
    {
        Tell(now, _rate);
        Fire();
    }

    /// <summary>Puts a timer in its place; null takes it out.</summary>
    internal void Schedule(SandboxTimerEntry timer, TimeSpan? dueIn)
    {
        var isDue = false;
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueIn is { } span)
            {
                var now = Now();
                timer.Due = span < DateTimeOffset.MaxValue - now ? now + span : DateTimeOffset.MaxValue;
                timer.Sequence = _sequence++;
                _timers.Add(timer);
                isDue = span <= TimeSpan.Zero;
            }

            SetAlarm();
        }

        if (dueIn is not null)
        {
            stillness.React();
        }

        if (isDue)
        {
            stillness.Enter();
            ThreadPool.UnsafeQueueUserWorkItem(static time => time.FireAndLeave(), this, preferLocal: false);
        }
    }

    private void Tell(DateTimeOffset now, double rate)
    {
        lock (_gate)
        {
            (_told, _toldAt, _rate) = (now, System.GetTimestamp(), rate);
            SetAlarm();
        }
    }

    private DateTimeOffset Now() => _rate == 0 ? _told : _told + (System.GetElapsedTime(_toldAt) * _rate);

    // A clock that stands moves only when it is told so.
    private void SetAlarm()
    {
        _alarm?.Dispose();
        _alarm = null;
        if (_rate > 0 && _timers.Min is { } next)
        {
            var wait = (next.Due - Now()) / _rate;
            _alarm = System.CreateTimer(_ => Fire(), null, wait > TimeSpan.Zero ? Rounded(wait) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    // The system's timers know whole milliseconds, fifty days at the most.
    private static TimeSpan Rounded(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(wait.TotalMilliseconds, int.MaxValue)));

    private void FireAndLeave()
    {
        Fire();
        stillness.Leave();
    }

    private void Fire()
    {
        stillness.Enter();
        // What waits without a context goes on right here, and is not overlooked.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            while (TryTake(out var timer))
            {
                stillness.Give();
                timer.Fire();
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
            stillness.Leave();
        }
    }

    private bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SandboxTimerEntry? timer)
    {
        lock (_gate)
        {
            timer = _timers.Min;
            if (timer is null || timer.Due > Now())
            {
                SetAlarm();
                return false;
            }

            _timers.Remove(timer);
            if (timer.Period is { } period)
            {
                (timer.Due, timer.Sequence) = (timer.Due + period, _sequence++);
                _timers.Add(timer);
            }

            return true;
        }
    }
}
