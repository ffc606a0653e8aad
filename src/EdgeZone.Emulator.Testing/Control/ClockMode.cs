namespace EdgeZone.Emulator.Testing.Control;

/// <summary>How the time of a sandbox passes.</summary>
public enum ClockMode
{
    /// <summary>As outside.</summary>
    Real,

    /// <summary>Not at all, until it is moved.</summary>
    Frozen,

    /// <summary>So many seconds inside for a second outside.</summary>
    Scaled,
}
