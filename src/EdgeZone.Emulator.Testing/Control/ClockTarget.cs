namespace EdgeZone.Emulator.Testing.Control;

/// <summary>How far the clock is to move; exactly one of the first three.</summary>
internal sealed record ClockTarget(TimeSpan? By = null, DateTimeOffset? To = null, string? Until = null, string? Instance = null)
{
    public const string Idle = "idle";

    public const string Next = "next";

    public const string Allocated = "allocated";
}
