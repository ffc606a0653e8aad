using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>An account written down.</summary>
/// <param name="AppId">Its number.</param>
/// <param name="BilledZones">Codes of the zones that it is billed in.</param>
/// <param name="Quotas">The models offered to it, by zone, then model.</param>
public sealed record AccountState(long AppId, IReadOnlyList<ZoneCode> BilledZones, IReadOnlyList<InstanceQuota> Quotas);
