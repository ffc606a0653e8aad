namespace EdgeZone.Emulator.Testing.Control;

/// <summary>How time is to pass from now on; at least one member, and what is null stays as it is.</summary>
public sealed record ClockChange
{
    /// <summary>Whether it passes, and how.</summary>
    public ClockMode? Mode { get; init; }

    /// <summary>Seconds inside per second outside, above 0 and at most 1,000,000; needed by <see cref="ClockMode.Scaled"/>, by no other.</summary>
    public double? Rate { get; init; }

    /// <summary>
    /// By how much each Describe call of the API moves the clock before it looks, at most 30 days, so that a client which polls until its machine
    /// runs is done at once; <see cref="TimeSpan.Zero"/> ends that.
    /// </summary>
    public TimeSpan? PerDescribe { get; init; }
}
