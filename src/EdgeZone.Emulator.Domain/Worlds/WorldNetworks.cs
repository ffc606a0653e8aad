using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>How networks come into being, whether a call or the seed asks for them.</summary>
internal static class WorldNetworks
{
    /// <summary>Adds a private network; a null id is drawn.</summary>
    public static PrivateNetwork AddPrivateNetwork(this World world, NetworkId? id, long appId, ZoneCode zone, string name, Subnet subnet, DateTimeOffset now)
    {
        var network = new PrivateNetwork(
            id ?? UnusedId(world.PrivateNetworkIds, world.PrivateNetworks), appId, zone, name, subnet, world.PrivateNetworks.NextSequence(), now, now);
        world.PrivateNetworks.Add(network);
        return network;
    }

    /// <summary>Adds a public network with the addresses that its route mode gives it; a null id is drawn.</summary>
    /// <exception cref="Errors.EdgeZoneException">There is no range of addresses for it.</exception>
    public static PublicNetwork AddPublicNetwork(this World world, NetworkId? id, Account owner, ZoneCode zone, PublicNetworkOrder order, DateTimeOffset now)
    {
        (PublicAddresses Ipv4, PublicAddresses? Ipv6) addresses = order.RouteMode == RouteMode.Static
            ? (new AppliedAddresses(IpFamily.Ipv4), new AppliedAddresses(IpFamily.Ipv6))
            : world.Addresses[zone].TakeRanges(zone, owner.AddressQuotaOf(zone).Ipv4);
        var network = new PublicNetwork(
            id ?? UnusedId(world.PublicNetworkIds, world.PublicNetworks),
            owner.AppId,
            zone,
            order,
            addresses.Ipv4,
            addresses.Ipv6,
            world.PublicNetworks.NextSequence(),
            now,
            now);
        world.PublicNetworks.Add(network);
        return network;
    }

    /// <summary>Adds the networks of the seed, which the first account owns.</summary>
    public static void Seed(this World world, WorldSeed seed, DateTimeOffset now)
    {
        var owner = world.Accounts.First;
        foreach (var network in seed.PrivateNetworks)
        {
            world.AddPrivateNetwork(network.Id, owner.AppId, network.Zone, network.Name, network.Subnet, now);
        }

        foreach (var seeded in seed.PublicNetworks)
        {
            var network = world.AddPublicNetwork(seeded.Id, owner, ZoneCode.Of(seeded.Order.Zone), seeded.Order, now);
            foreach (var ip in seeded.Ips)
            {
                // The seed was checked: its zone has the address to give, and nobody was here before.
                var family = IpNotation.FamilyOf(ip);
                IpNotation.TryParse(ip, family, out var address);
                world.Addresses[network.Zone].StaticPool(family)!.TryTake(address);
                network.AppliedOf(family).Add(address, now);
            }
        }
    }

    // The seed may use an id of the very form that is issued.
    private static NetworkId UnusedId<T>(IdSequence ids, NetworkRegistry<T> networks)
        where T : NetworkInstance
    {
        NetworkId id;
        do
        {
            id = new NetworkId(ids.Next());
        }
        while (networks.Find(id) is not null);
        return id;
    }
}
