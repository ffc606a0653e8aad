using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Accounts;

/// <summary>What every account of a sandbox starts with.</summary>
/// <param name="OpenZones">Codes of the zones it may use.</param>
/// <param name="InstanceQuotas">The models offered to it and how many of each.</param>
/// <param name="AddressQuotas">How many public addresses it may have in each zone.</param>
public sealed record AccountTemplate(
    IReadOnlyList<ZoneCode> OpenZones, IReadOnlyList<InstanceQuota> InstanceQuotas, IReadOnlyList<AddressQuota> AddressQuotas);
