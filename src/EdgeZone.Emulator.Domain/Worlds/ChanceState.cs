namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>Where the streams of chance of a sandbox have come to; those of ids follow from its name.</summary>
/// <param name="Addresses">The stream that addresses are drawn from.</param>
/// <param name="Durations">The stream that durations are drawn from.</param>
/// <param name="Faults">The stream that fault rules draw from; null, as older snapshots have it, for one that nothing was drawn from.</param>
public sealed record ChanceState(ulong Addresses, ulong Durations, ulong? Faults = null);
