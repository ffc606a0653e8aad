namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>The IPv6 addresses of an instance, for the few that are ordered with them; 0 where it has none yet.</summary>
internal sealed record Ipv6Addresses(UInt128 Private, UInt128 Public);
