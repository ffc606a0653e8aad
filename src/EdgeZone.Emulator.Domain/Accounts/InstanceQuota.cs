using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Accounts;

/// <summary>A ceiling on the instances of a model in a zone. A model without one is not offered there.</summary>
/// <param name="Zone">Code of the zone.</param>
/// <param name="InstanceType">Code of the model.</param>
/// <param name="Quota">How many instances may exist at once; 0 means no limit.</param>
public sealed record InstanceQuota(ZoneCode Zone, string InstanceType, uint Quota);
