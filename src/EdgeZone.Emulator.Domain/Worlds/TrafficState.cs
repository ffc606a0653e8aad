using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>How many machines of an account ran in a zone.</summary>
/// <param name="AppId">The account.</param>
/// <param name="Zone">Code of the zone.</param>
/// <param name="Minutes">The minutes in which their number changed, the oldest first.</param>
public sealed record TrafficState(long AppId, ZoneCode Zone, IReadOnlyList<RunningMinute> Minutes);
