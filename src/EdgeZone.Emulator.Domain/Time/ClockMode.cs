namespace EdgeZone.Emulator.Domain.Time;

/// <summary>How the time of a sandbox passes.</summary>
public enum ClockMode
{
    /// <summary>As fast as outside.</summary>
    Real,

    /// <summary>Not at all, unless it is moved by hand.</summary>
    Frozen,

    /// <summary>A number of times as fast as outside.</summary>
    Scaled,
}
