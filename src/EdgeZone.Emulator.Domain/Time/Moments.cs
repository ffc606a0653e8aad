namespace EdgeZone.Emulator.Domain.Time;

/// <summary>Arithmetic with instants that ends at the last representable one instead of overflowing.</summary>
internal static class Moments
{
    /// <summary>The instant later by that span, at most the last of year 9999.</summary>
    public static DateTimeOffset Plus(this DateTimeOffset moment, TimeSpan span) =>
        span > DateTimeOffset.MaxValue - moment ? DateTimeOffset.MaxValue : moment + span;

    /// <summary>The span times a factor that is not negative, at most the longest representable one.</summary>
    public static TimeSpan Times(this TimeSpan span, double factor)
    {
        var ticks = span.Ticks * factor;
        return ticks >= long.MaxValue ? TimeSpan.MaxValue : TimeSpan.FromTicks((long)ticks);
    }
}
