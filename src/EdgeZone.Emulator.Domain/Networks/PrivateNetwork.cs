using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>The private network of an account in a zone.</summary>
internal sealed class PrivateNetwork(
    NetworkId id, long appId, ZoneCode zone, string name, Subnet subnet, long sequence, DateTimeOffset createdAt, DateTimeOffset updatedAt)
    : NetworkInstance(id, appId, zone, name, sequence, createdAt, updatedAt)
{
    // fd00::/64 for the first network of a sandbox, fd00:0:0:1::/64 for the second, and so on (unique local addresses, RFC 4193).
    private readonly UInt128 _ipv6Network = ((UInt128)0xfd00 << 112) | ((UInt128)(ulong)sequence << 64);

    /// <summary>Its block of IPv4 addresses.</summary>
    public Subnet Subnet => subnet;

    private AddressPool? _ipv6;

    /// <summary>Its IPv4 addresses; no gateway is reserved, so the first server gets the first host.</summary>
    public AddressPool Ipv4 { get; private init; } = new(subnet.Network + 1, subnet.Last - 1);

    /// <summary>Its IPv6 addresses, for servers that ask for one.</summary>
    public AddressPool Ipv6 => _ipv6 ??= new AddressPool(_ipv6Network + 1, _ipv6Network + ulong.MaxValue);

    /// <summary>The pool of a family.</summary>
    public AddressPool Addresses(IpFamily family) => family == IpFamily.Ipv4 ? Ipv4 : Ipv6;

    /// <summary>A network of its own with the same servers.</summary>
    public PrivateNetwork Copy()
    {
        var copy = new PrivateNetwork(Id, AppId, Zone, Name, subnet, Sequence, CreatedAt, UpdatedAt) { Ipv4 = Ipv4.Copy(), _ipv6 = _ipv6?.Copy() };
        copy.AttachAsManyAs(this);
        return copy;
    }

    /// <summary>What DescribePrivateNetworkInstances shows.</summary>
    public PrivateNetworkDescription Describe() => new(
        Id, Name, Zone, subnet.NetworkText, subnet.PrefixLength, ServerCount, (long)Ipv4.Available, CreatedAt, UpdatedAt);
}
