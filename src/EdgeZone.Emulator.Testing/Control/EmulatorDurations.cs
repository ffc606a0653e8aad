namespace EdgeZone.Emulator.Testing.Control;

/// <summary>How long the work behind an answer takes: assigning addresses, installing, wiping.</summary>
public enum EmulatorDurations
{
    /// <summary>No time at all: what was begun is done at the next look.</summary>
    Instant,

    /// <summary>Network 1 s, installation 2 s, wipe 2 s.</summary>
    Fast,

    /// <summary>Network 30 s, installation 15 min, wipe 10 min, each 20 % more or less by the sandbox's chance.</summary>
    Realistic,
}
