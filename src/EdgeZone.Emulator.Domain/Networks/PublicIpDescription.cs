using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>A row of DescribePublicIps (<see href="https://www.tencentcloud.com/document/api/1230/79094">IpInfo</see>).</summary>
/// <param name="Ip">An address of a STATIC network, or the range of a BGP or OSPF one.</param>
/// <param name="NetworkId">Id of the public network.</param>
/// <param name="InstanceId">The instance it serves; none when it is free, and always for a range.</param>
/// <param name="State">Whether it serves an instance; a range does when a server is attached to its network.</param>
/// <param name="Family">IPv4 or IPv6.</param>
/// <param name="CreatedAt">When it was applied for, UTC.</param>
/// <param name="UpdatedAt">When it was last bound or unbound, UTC.</param>
public sealed record PublicIpDescription(
    string Ip, NetworkId NetworkId, InstanceId InstanceId, PublicIpState State, IpFamily Family, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
