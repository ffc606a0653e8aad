using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PublicNetworks;

/// <summary>
/// A public network instance as the API shows it; what it does not have is written as null. https://www.tencentcloud.com/document/api/1230/79094
/// </summary>
internal sealed record PublicNetworkInstanceInfo(
    string NetworkInstanceId,
    string ZoneId,
    string NetworkInstanceName,
    long? Bandwidth,
    string Line,
    string RouteMode,
    IReadOnlyList<PublicNetworkInstanceInfo.Segment>? Ipv4CidrSet,
    IReadOnlyList<PublicNetworkInstanceInfo.Segment>? Ipv6CidrSet,
    long ServerCount,
    long Ipv4Count,
    long Ipv6Count,
    string CreatedAt,
    string UpdatedAt)
{
    /// <summary>A range of a dynamic network (<c>PublicNetworkSegment</c>).</summary>
    internal sealed record Segment(string Cidr, string Gateway);

    public static PublicNetworkInstanceInfo Of(PublicNetworkDescription network) => new(
        network.Id.ToString(),
        network.Zone.ToString(),
        network.Name,
        network.Bandwidth,
        network.Line,
        network.RouteMode.Word(),
        Of(network.Ipv4Segments),
        Of(network.Ipv6Segments),
        network.ServerCount,
        network.Ipv4Count,
        network.Ipv6Count,
        WireTime.Plain(network.CreatedAt),
        WireTime.Plain(network.UpdatedAt));

    private static Segment[]? Of(IReadOnlyList<PublicNetworkSegment>? segments) =>
        segments is null ? null : [.. segments.Select(segment => new Segment(segment.Cidr, segment.Gateway))];
}
