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

    /// <summary>A network of its own with the same servers and addresses.</summary>
    public PublicNetwork Copy()
    {
        var renamed = order with { Name = Name };
        var copy = new PublicNetwork(Id, AppId, Zone, renamed, ipv4.Copy(), ipv6?.Copy(), Sequence, CreatedAt, UpdatedAt);
        copy.AttachAsManyAs(this);
        return copy;
    }

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
    /// <param name="idOf">The id of the instance of a number.</param>
    public IEnumerable<PublicIpDescription> Describe(Func<long, InstanceId> idOf) =>
        Describe(ipv4, idOf).Concat(ipv6 is null ? [] : Describe(ipv6, idOf));

    private IEnumerable<PublicIpDescription> Describe(PublicAddresses addresses, Func<long, InstanceId> idOf) => addresses switch
    {
        AppliedAddresses applied => applied.All.Select(entry => new PublicIpDescription(
            IpNotation.Format(entry.Address, applied.Family),
            Id,
            entry.Row.Instance == AppliedRow.Nobody ? InstanceId.None : idOf(entry.Row.Instance),
            entry.Row.Instance == AppliedRow.Nobody ? PublicIpState.Unbound : PublicIpState.InUse,
            applied.Family,
            entry.Row.CreatedAt,
            entry.Row.UpdatedAt)),
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
