using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>The public addresses of a zone; null where it has none of a kind.</summary>
/// <param name="Zone">Code of the zone.</param>
/// <param name="StaticIpv4">IPv4 addresses that accounts apply for one by one.</param>
/// <param name="DynamicIpv4">IPv4 addresses cut into the ranges of BGP and OSPF networks.</param>
/// <param name="StaticIpv6">As <paramref name="StaticIpv4"/>, IPv6.</param>
/// <param name="DynamicIpv6">As <paramref name="DynamicIpv4"/>, IPv6.</param>
public sealed record AddressBlocks(ZoneCode Zone, Subnet? StaticIpv4, Subnet? DynamicIpv4, Subnet? StaticIpv6, Subnet? DynamicIpv6);
