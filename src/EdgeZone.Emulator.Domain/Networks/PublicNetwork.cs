using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>The public network of an account in a zone.</summary>
internal sealed class PublicNetwork(
    NetworkId id,
    long appId,
    ZoneCode zone,
    PublicNetworkOrder order,
    PublicAddresses ipv4,
    PublicAddresses? ipv6,
    long sequence,
    DateTimeOffset createdAt,
    DateTimeOffset updatedAt)
    : NetworkInstance(id, appId, zone, order.Name, sequence, createdAt, updatedAt)
{
    /// <summary>What was ordered; its name may be another by now.</summary>
    public PublicNetworkOrder Order => order;

    /// <summary>How addresses reach its servers.</summary>
    public RouteMode RouteMode => order.RouteMode;

    /// <summary>How many addresses were applied for, both families together.</summary>
    public int Applied => ipv4.Applied + (ipv6?.Applied ?? 0);

    /// <summary>The addresses of a family, null when it has none.</summary>
    public PublicAddresses? Addresses(IpFamily family) => family == IpFamily.Ipv4 ? ipv4 : ipv6;

    /// <summary>The addresses of a family that were applied for.</summary>
    /// <exception cref="EdgeZoneException">FailedOperation.NotSupportedForDynamicInstance: nobody applies for addresses of this network.</exception>
    public AppliedAddresses AppliedOf(IpFamily family) =>
        Addresses(family) as AppliedAddresses ?? throw Refusal.PublicIp.NotStatic(Id, RouteMode.Word());

    /// <summary>What DescribePublicNetworkInstances shows.</summary>
    public PublicNetworkDescription Describe() => new(
        Id,
        Name,
        Zone,
        order.Bandwidth,
        order.Line,
        RouteMode,
        ServerCount,
        ipv4.ShownCount,
        ipv6?.ShownCount ?? -1,
        ipv4.Segment is { } ipv4Segment ? [ipv4Segment] : null,
        ipv6?.Segment is { } ipv6Segment ? [ipv6Segment] : null,
        CreatedAt,
        UpdatedAt);

    /// <summary>What DescribePublicIps shows: the addresses applied for, or the ranges.</summary>
    public IEnumerable<PublicIpDescription> Rows() => RowsOf(ipv4).Concat(ipv6 is null ? [] : RowsOf(ipv6));

    private IEnumerable<PublicIpDescription> RowsOf(PublicAddresses addresses) => addresses switch
    {
        AppliedAddresses applied => applied.Rows(Id),
        { Segment: { } segment } =>
        [
            new PublicIpDescription(
                segment.Cidr,
                Id,
                InstanceId.None,
                ServerCount > 0 ? PublicIpState.InUse : PublicIpState.Unbound,
                addresses.Family,
                CreatedAt,
                UpdatedAt),
        ],
        _ => [],
    };
}
