using EdgeZone.Emulator.Domain.Faults;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>The fault rules written down.</summary>
/// <param name="Made">How many names were made.</param>
/// <param name="Rules">The rules, in their order, and what has become of them.</param>
public sealed record FaultPlanState(long Made, IReadOnlyList<FaultReading> Rules);
