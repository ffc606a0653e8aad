using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain;

// What the network actions share, and how networks come into being, whether a call or the seed asks for them.
public sealed partial class EdgeCloud
{
    private const string ZoneNotOpen = "the zone does not exist or is not open to the account";

    private Zone? ZoneOpenTo(Account account, string codeOrId) =>
        _zones.FindByCodeOrId(codeOrId) is { } zone && account.MayUse(zone.Code) ? zone : null;

    private NetworkFilter WithZoneCode(NetworkFilter filter) => filter with { Zone = ZoneCode(filter.Zone) };

    private string? ZoneCode(string? codeOrId) => codeOrId is null ? null : _zones.FindByCodeOrId(codeOrId)?.Code ?? codeOrId;

    // The seed may use an id of the very form that is issued.
    private static string UnusedId<T>(IdSequence ids, NetworkRegistry<T> networks)
        where T : NetworkInstance
    {
        string id;
        do
        {
            id = ids.Next();
        }
        while (networks.Find(id) is not null);
        return id;
    }

    private void AddPrivateNetwork(string id, long appId, string zone, string name, Subnet subnet, DateTimeOffset now) =>
        _privateNetworks.Add(new PrivateNetwork(id, appId, zone, name, subnet, _privateNetworkCount++, now));

    private PublicNetwork AddPublicNetwork(
        string id, long appId, string zone, PublicNetworkOrder order, (PublicAddresses Ipv4, PublicAddresses? Ipv6) addresses, DateTimeOffset now)
    {
        var network = new PublicNetwork(id, appId, zone, order, addresses.Ipv4, addresses.Ipv6, _publicNetworkCount++, now);
        _publicNetworks.Add(network);
        return network;
    }

    private (PublicAddresses Ipv4, PublicAddresses? Ipv6) TakeAddresses(Account account, string zone, RouteMode mode) => mode == RouteMode.Static
        ? (new AppliedAddresses(IpFamily.Ipv4), new AppliedAddresses(IpFamily.Ipv6))
        : _addresses[zone].TakeRanges(zone, account.AddressQuotaOf(zone).Ipv4);

    private void Plant(WorldSeed seed, DateTimeOffset now)
    {
        var owner = _accounts.First;
        foreach (var network in seed.PrivateNetworks)
        {
            AddPrivateNetwork(network.Id, owner.AppId, network.Zone, network.Name, network.Subnet, now);
        }

        foreach (var network in seed.PublicNetworks)
        {
            var zone = network.Order.Zone;
            var planted = AddPublicNetwork(network.Id, owner.AppId, zone, network.Order, TakeAddresses(owner, zone, network.Order.RouteMode), now);
            foreach (var ip in network.Ips)
            {
                PlantAddress(planted, ip, now);
            }
        }
    }

    private void PlantAddress(PublicNetwork network, string ip, DateTimeOffset now)
    {
        var family = ip.Contains(':', StringComparison.Ordinal) ? IpFamily.Ipv6 : IpFamily.Ipv4;
        if (!IpNotation.TryParse(ip, family, out var address)
            || network.Addresses(family) is not AppliedAddresses applied
            || _addresses[network.Zone].StaticPool(family)?.TryTake(address) is not true)
        {
            throw new ArgumentException($"The seed gives network {network.Id} the address {ip}, which its zone does not have free for it.");
        }

        applied.Add(address, now);
    }
}
