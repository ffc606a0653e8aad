using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Which subnets a private network may have
/// (<see href="https://www.tencentcloud.com/document/api/1230/79090">CreatePrivateNetworkInstance</see>).</summary>
internal static class PrivateSubnets
{
    private const int LongestMask = 28;

    // The blocks of RFC 1918; a subnet is at most as large as its block.
    private static readonly Subnet[] Blocks = [Subnet.Parse("10.0.0.0/8"), Subnet.Parse("172.16.0.0/12"), Subnet.Parse("192.168.0.0/16")];

    /// <summary>The subnet, if it is a legal one.</summary>
    /// <exception cref="EdgeZoneException">InvalidParameterValue.InvalidNetwork, with the reason.</exception>
    public static Subnet Accept(string network, long mask)
    {
        EdgeZoneException Refuse(string reason) => Refusal.PrivateNetwork.InvalidNetwork(network, mask, reason);

        if (!IpNotation.TryParse(network, IpFamily.Ipv4, out var address))
        {
            throw Refuse("the network is not an IPv4 address");
        }

        var block = Blocks.FirstOrDefault(block => block.Contains(address))
            ?? throw Refuse("the network is not within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16");
        if (mask < block.PrefixLength || mask > LongestMask)
        {
            throw Refuse($"the mask within {block} is between {block.PrefixLength} and {LongestMask}");
        }

        return Subnet.TryCreate(network, (int)mask, IpFamily.Ipv4, out var subnet) ? subnet! : throw Refuse("host bits are set");
    }
}
