namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Whether a public address serves an instance.</summary>
public enum PublicIpState
{
    /// <summary>It serves none.</summary>
    Unbound,

    /// <summary>It serves one.</summary>
    InUse,
}
