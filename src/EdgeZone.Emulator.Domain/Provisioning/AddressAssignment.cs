using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>Gives an instance addresses of its two networks and takes them back.</summary>
internal readonly struct AddressAssignment(PrivateNetwork privateNetwork, PublicNetwork publicNetwork)
{
    /// <summary>The networks of an instance that is attached to them.</summary>
    public static AddressAssignment Of(OrderTerms terms, NetworkRegistry<PrivateNetwork> privateNetworks, NetworkRegistry<PublicNetwork> publicNetworks) =>
        new(privateNetworks.Find(terms.PrivateNetworkId)!, publicNetworks.Find(terms.PublicNetworkId)!);

    /// <summary>Gives private and public IPv4, then IPv6 if it was ordered. Stops at the first that is not to be had; what was given stays.</summary>
    /// <returns>A sentence about the missing one, null when none is.</returns>
    public string? Assign(long number, ref InstanceRow row, DateTimeOffset at) =>
        Assign(IpFamily.Ipv4, number, ref row, at) ?? (row.Terms!.EnableIpv6 ? Assign(IpFamily.Ipv6, number, ref row, at) : null);

    /// <summary>Takes all addresses back.</summary>
    public void Release(ref InstanceRow row, DateTimeOffset at)
    {
        Release(IpFamily.Ipv4, ref row, at);
        Release(IpFamily.Ipv6, ref row, at);
    }

    private string? Assign(IpFamily family, long number, ref InstanceRow row, DateTimeOffset at)
    {
        if (!privateNetwork.Addresses(family).TryTakeLowest(out var privateAddress))
        {
            return $"Private network {privateNetwork.Id} has no free {IpNotation.NameOf(family)} address";
        }

        row.SetPrivateAddress(family, privateAddress);
        if (publicNetwork.Addresses(family) is not { } addresses || !addresses.TryBindLowest(number, at, out var publicAddress))
        {
            return $"Public network {publicNetwork.Id} has no free {IpNotation.NameOf(family)} address";
        }

        row.SetPublicAddress(family, publicAddress);
        return null;
    }

    private void Release(IpFamily family, ref InstanceRow row, DateTimeOffset at)
    {
        if (row.PrivateAddress(family) > 0)
        {
            privateNetwork.Addresses(family).Release(row.PrivateAddress(family));
            row.SetPrivateAddress(family, 0);
        }

        if (row.PublicAddress(family) > 0)
        {
            publicNetwork.Addresses(family)!.Unbind(row.PublicAddress(family), at);
            row.SetPublicAddress(family, 0);
        }
    }
}
