using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>What came of an order: the instances a machine was found for, and how many it was not found for.</summary>
/// <param name="InstanceIds">In order of creation; at least one.</param>
/// <param name="FailedCount">How many machines were missing; 0 when the whole order was met.</param>
public sealed record Reservation(IReadOnlyList<InstanceId> InstanceIds, int FailedCount);
