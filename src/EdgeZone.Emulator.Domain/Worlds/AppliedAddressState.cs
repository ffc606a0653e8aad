namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>An address that was applied for, written down.</summary>
/// <param name="Ip">The address.</param>
/// <param name="CreatedAt">When it was applied for, UTC.</param>
/// <param name="UpdatedAt">When it last began or ceased to serve an instance, UTC.</param>
public sealed record AppliedAddressState(string Ip, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
