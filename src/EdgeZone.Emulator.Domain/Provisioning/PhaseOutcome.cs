namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>How a phase of the work on a machine can go wrong.</summary>
public enum PhaseOutcome
{
    /// <summary>The instance is in error when the phase would have ended.</summary>
    Fails,

    /// <summary>The phase never ends.</summary>
    Hangs,

    /// <summary>The phase takes several times as long.</summary>
    Slow,
}
