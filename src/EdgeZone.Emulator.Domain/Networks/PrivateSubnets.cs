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
    public static Subnet Accept(string network, long mask) => WhyNot(network, mask) is { } reason
        ? throw Refusal.PrivateNetwork.InvalidNetwork(network, mask, reason)
        : Subnet.Parse($"{network}/{mask}");

    /// <summary>Why it is no legal one; null if it is.</summary>
    public static string? WhyNot(string network, long mask)
    {
        if (!IpNotation.TryParse(network, IpFamily.Ipv4, out var address))
        {
            return "the network is not an IPv4 address";
        }

        return Blocks.FirstOrDefault(block => block.Contains(address)) is not { } block
            ? "the network is not within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16"
            : mask < block.PrefixLength || mask > LongestMask
            ? $"the mask within {block} is between {block.PrefixLength} and {LongestMask}"
            : Subnet.TryCreate(network, (int)mask, IpFamily.Ipv4, out _) ? null : "host bits are set";
    }
}
