using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>A public network (<see href="https://www.tencentcloud.com/document/api/1230/79094">PublicNetworkInstanceInfo</see>).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Zone">Code of its zone.</param>
/// <param name="Bandwidth">Mbps, null when left open.</param>
/// <param name="Line">Line of the provider.</param>
/// <param name="RouteMode">How addresses reach its servers.</param>
/// <param name="ServerCount">Servers attached.</param>
/// <param name="Ipv4Count">Addresses applied for, or all hosts of the range.</param>
/// <param name="Ipv6Count">Addresses applied for, or -1 for a range, whose hosts are not counted.</param>
/// <param name="Ipv4Segments">The range, null in a STATIC network.</param>
/// <param name="Ipv6Segments">The range, null in a STATIC network and where the zone has no IPv6.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record PublicNetworkDescription(
    NetworkId Id,
    string Name,
    ZoneCode Zone,
    long? Bandwidth,
    string Line,
    RouteMode RouteMode,
    int ServerCount,
    long Ipv4Count,
    long Ipv6Count,
    IReadOnlyList<PublicNetworkSegment>? Ipv4Segments,
    IReadOnlyList<PublicNetworkSegment>? Ipv6Segments,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
