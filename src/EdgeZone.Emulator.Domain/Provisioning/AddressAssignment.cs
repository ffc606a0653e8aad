using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>Gives an instance addresses of its two networks and takes them back.</summary>
internal readonly struct AddressAssignment(PrivateNetwork privateNetwork, PublicNetwork publicNetwork)
{
    /// <summary>The addresses an instance has.</summary>
    public static IEnumerable<string> AddressesOf(Instance instance) =>
        new[] { instance.PrivateIp, instance.PublicIp, instance.PrivateIpv6, instance.PublicIpv6 }.Where(address => address.Length > 0);

    /// <summary>Gives private and public IPv4, then IPv6 if it was ordered. Stops at the first that is not to be had; what was given stays.</summary>
    /// <returns>The instance with its addresses, and a sentence about the missing one if there is one.</returns>
    public (Instance Instance, string? Missing) Assign(Instance instance, DateTimeOffset at)
    {
        if (PrivateAddress(IpFamily.Ipv4) is not { } privateIp)
        {
            return (instance, $"Private network {privateNetwork.Id} has no free IPv4 address");
        }

        instance = instance with { PrivateIp = privateIp };

        if (PublicAddress(IpFamily.Ipv4, instance.InstanceId, at) is not { } publicIp)
        {
            return (instance, $"Public network {publicNetwork.Id} has no free IPv4 address");
        }

        instance = instance with { PublicIp = publicIp };
        if (!instance.EnableIpv6)
        {
            return (instance, null);
        }

        if (PrivateAddress(IpFamily.Ipv6) is not { } privateIpv6)
        {
            return (instance, $"Private network {privateNetwork.Id} has no free IPv6 address");
        }

        instance = instance with { PrivateIpv6 = privateIpv6 };

        return PublicAddress(IpFamily.Ipv6, instance.InstanceId, at) is { } publicIpv6
            ? (instance with { PublicIpv6 = publicIpv6 }, null)
            : (instance, $"Public network {publicNetwork.Id} has no free IPv6 address");
    }

    /// <summary>Takes all addresses back; the instance names its networks no longer.</summary>
    public Instance Release(Instance instance, DateTimeOffset at)
    {
        FreePrivate(instance.PrivateIp, IpFamily.Ipv4);
        FreePrivate(instance.PrivateIpv6, IpFamily.Ipv6);
        FreePublic(instance.PublicIp, IpFamily.Ipv4, at);
        FreePublic(instance.PublicIpv6, IpFamily.Ipv6, at);
        return instance with
        {
            PrivateNetworkId = NetworkId.None,
            PrivateIp = "",
            PrivateIpv6 = "",
            PublicNetworkId = NetworkId.None,
            PublicIp = "",
            PublicIpv6 = "",
        };
    }

    private string? PrivateAddress(IpFamily family) =>
        privateNetwork.Addresses(family).TryTakeLowest(out var address) ? IpNotation.Format(address, family) : null;

    private string? PublicAddress(IpFamily family, InstanceId instanceId, DateTimeOffset at) =>
        publicNetwork.Addresses(family) is { } addresses && addresses.TryBindLowest(instanceId, at, out var address)
            ? IpNotation.Format(address, family)
            : null;

    private void FreePrivate(string text, IpFamily family)
    {
        if (IpNotation.TryParse(text, family, out var address))
        {
            privateNetwork.Addresses(family).Release(address);
        }
    }

    private void FreePublic(string text, IpFamily family, DateTimeOffset at)
    {
        if (IpNotation.TryParse(text, family, out var address))
        {
            publicNetwork.Addresses(family)!.Unbind(address, at);
        }
    }
}
