using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Accounts;

/// <summary>Ceilings on the public addresses of an account in a zone; null means not configured, which refuses instead of allowing all.</summary>
/// <param name="Zone">Code of the zone.</param>
/// <param name="Ipv4">How many IPv4 addresses; also decides the size of a BGP or OSPF range.</param>
/// <param name="Ipv6">How many IPv6 addresses.</param>
public sealed record AddressQuota(ZoneCode Zone, int? Ipv4, int? Ipv6);
