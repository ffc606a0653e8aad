using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>A private network that exists from the start.</summary>
/// <param name="Id">Its id, which need not have the form of those that are issued.</param>
/// <param name="Zone">Code of the zone.</param>
/// <param name="Name">Its name.</param>
/// <param name="Subnet">Its addresses.</param>
public sealed record PrivateNetworkSeed(NetworkId Id, ZoneCode Zone, string Name, Subnet Subnet);
