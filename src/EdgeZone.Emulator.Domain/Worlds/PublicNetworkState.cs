using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>A public network written down; which of its addresses serve an instance stands with the instances.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AppId">The account it belongs to.</param>
/// <param name="Order">What was ordered, under its name and in its zone of today.</param>
/// <param name="Sequence">Place in the order of creation.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
/// <param name="Ipv4Range">The IPv4 range of a BGP or OSPF network.</param>
/// <param name="Ipv6Range">The IPv6 range of one, where the zone has them.</param>
/// <param name="Applied">The addresses of a STATIC network, IPv4 before IPv6, lowest first.</param>
public sealed record PublicNetworkState(
    NetworkId Id,
    long AppId,
    PublicNetworkOrder Order,
    long Sequence,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    Subnet? Ipv4Range,
    Subnet? Ipv6Range,
    IReadOnlyList<AppliedAddressState> Applied);
