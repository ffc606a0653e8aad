using EdgeZone.Emulator.Domain.Errors;

namespace EdgeZone.Emulator.Domain.Time;

/// <summary>A sandbox's time, laid over the time outside: it can stand still, run faster and be moved forward, and never runs backwards.</summary>
/// <remarks>It has to be told the time outside; what it says and what is changed about it holds for the time it was last told.</remarks>
internal sealed class SandboxClock
{
    private DateTimeOffset _outside;
    private DateTimeOffset _anchorOutside;
    private ClockMode _mode;
    private double _rate;

    /// <summary>Starts at the time outside.</summary>
    /// <exception cref="ControlException">The rate does not fit the mode.</exception>
    public SandboxClock(DateTimeOffset outside, ClockMode mode, double? rate)
    {
        _outside = _anchorOutside = outside;
        Now = outside.ToUniversalTime();
        (_mode, _rate) = (mode, RateOf(mode, rate));
    }

    /// <summary>Goes on as another one has stood.</summary>
    public SandboxClock(ClockAnchor anchor)
        : this(anchor.Outside, anchor.Mode, anchor.Mode == ClockMode.Scaled ? anchor.Rate : null)
    {
        Now = anchor.Now;
        PerDescribe = Checked(anchor.PerDescribe);
    }

    /// <summary>By how much each Describe call of the API moves it.</summary>
    public TimeSpan PerDescribe { get; private set; }

    /// <summary>How it stands.</summary>
    public ClockAnchor Anchor => new(_mode, _rate, Now, _anchorOutside, PerDescribe);

    /// <summary>The time, at most the last instant of year 9999.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Mode, rate and time.</summary>
    public ClockState State => new(_mode, _rate, Now, PerDescribe);

    /// <summary>Tells it the time outside. It stands still while that is behind what it once was.</summary>
    /// <returns>The time inside.</returns>
    public DateTimeOffset Read(DateTimeOffset outside)
    {
        _outside = outside;
        var elapsed = outside - _anchorOutside;
        if (elapsed <= TimeSpan.Zero)
        {
            return Now;
        }

        var inside = Now.Plus(_mode == ClockMode.Real ? elapsed : elapsed.Times(_rate));

        // Anchoring at each reading is what keeps a backward jump outside from being seen inside. Fractions of a tick lost at
        // each reading would slow a scaled clock down, so that one is anchored only when a whole tick inside has passed.
        if (inside > Now || _mode == ClockMode.Frozen)
        {
            _anchorOutside += elapsed;
            Now = inside;
        }

        return Now;
    }

    /// <summary>Changes how time passes from now on; what is null stays as it is.</summary>
    /// <exception cref="ControlException">The rate is missing, not a positive number, or given without a mode or for one that has none;
    /// the span is negative.</exception>
    public void Set(ClockMode? mode, double? rate, TimeSpan? perDescribe)
    {
        if (mode is null && rate is not null)
        {
            throw new ControlException("rate", "A rate goes with a mode.");
        }

        var (newMode, newRate) = mode is { } given ? (given, RateOf(given, rate)) : (_mode, _rate);
        PerDescribe = Checked(perDescribe ?? PerDescribe);
        MoveTo(Now);
        (_mode, _rate) = (newMode, newRate);
    }

    /// <summary>Continues from a later instant.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        if (_outside > _anchorOutside)
        {
            _anchorOutside = _outside;
        }

        if (instant > Now)
        {
            Now = instant.ToUniversalTime();
        }
    }

    private static TimeSpan Checked(TimeSpan perDescribe) => perDescribe >= TimeSpan.Zero
        ? perDescribe
        : throw new ControlException("perDescribe", $"{perDescribe} is negative; a sandbox's time never runs backwards.");

    private static double RateOf(ClockMode mode, double? rate) => (mode, rate) switch
    {
        (ClockMode.Real, null or 1) => 1,
        (ClockMode.Frozen, null or 0) => 0,
        (ClockMode.Scaled, > 0 and <= double.MaxValue) => rate.Value,
        (ClockMode.Scaled, null) => throw new ControlException("rate", "A scaled clock needs a rate."),
        (ClockMode.Scaled, _) => throw new ControlException("rate", $"The rate {rate} of a scaled clock is not a positive number."),
        (ClockMode.Real or ClockMode.Frozen, _) => throw new ControlException("rate", $"Only a scaled clock has a rate; {rate} was given."),
        _ => throw new ControlException("mode", $"There is no clock mode {mode}."),
    };
}
