using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>A private network written down; which of its addresses are taken stands with the instances.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AppId">The account it belongs to.</param>
/// <param name="Zone">Code of its zone.</param>
/// <param name="Name">Its name.</param>
/// <param name="Subnet">Its block of IPv4 addresses.</param>
/// <param name="Sequence">Place in the order of creation.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record PrivateNetworkState(
    NetworkId Id, long AppId, ZoneCode Zone, string Name, Subnet Subnet, long Sequence, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
