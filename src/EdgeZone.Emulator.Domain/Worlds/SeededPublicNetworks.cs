using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>Tries whether the public networks of a seed get the addresses that they are to have, from pools that nobody else uses.</summary>
internal sealed class SeededPublicNetworks(WorldSeed seed)
{
    /// <exception cref="SeedException">One does not.</exception>
    public void Check()
    {
        for (var i = 0; i < seed.PublicNetworks.Count; i++)
        {
            var network = seed.PublicNetworks[i];
            var zone = new ZoneCode(network.Order.Zone);
            var addresses = new ZoneAddresses(seed.AddressBlocks.FirstOrDefault(blocks => blocks.Zone == zone), new SeededGenerator(0));
            var quota = seed.Accounts.AddressQuotas.FirstOrDefault(quota => quota.Zone == zone);
            if (network.Order.RouteMode == RouteMode.Static)
            {
                TakeAddresses(network, $"PublicNetworks[{i}].Ips", addresses, quota);
            }
            else
            {
                TakeRanges(network, zone, $"PublicNetworks[{i}]", addresses, quota);
            }
        }
    }

    private static void TakeAddresses(PublicNetworkSeed network, string place, ZoneAddresses addresses, AddressQuota? quota)
    {
        var left = new Dictionary<IpFamily, int> { [IpFamily.Ipv4] = quota?.Ipv4 ?? 0, [IpFamily.Ipv6] = quota?.Ipv6 ?? 0 };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < network.Ips.Count; i++)
        {
            var ip = network.Ips[i];
            var family = IpNotation.FamilyOf(ip);
            SeedException Refuse(string why) => new($"{place}[{i}]", $"is '{ip}', {why}");

            if (!IpNotation.TryParse(ip, family, out var address))
            {
                throw Refuse("not an address");
            }

            if (!seen.Add(IpNotation.Format(address, family)))
            {
                throw Refuse("which is there for the second time");
            }

            if (addresses.StaticPool(family)?.TryTake(address) is not true)
            {
                throw Refuse("which the static block of its zone does not have to give");
            }

            if (--left[family] < 0)
            {
                throw Refuse($"one more than the account's quota of {IpNotation.NameOf(family)} addresses there");
            }
        }
    }

    private static void TakeRanges(PublicNetworkSeed network, ZoneCode zone, string place, ZoneAddresses addresses, AddressQuota? quota)
    {
        if (network.Ips.Count > 0)
        {
            throw new SeedException($"{place}.Ips[0]", $"is '{network.Ips[0]}', but only a static network has addresses that were applied for");
        }

        try
        {
            addresses.TakeRanges(zone, quota?.Ipv4);
        }
        catch (EdgeZoneException e)
        {
            throw new SeedException(place, $"gets no range from the dynamic blocks of its zone: {e.Message}");
        }
    }
}
