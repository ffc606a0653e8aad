using EdgeZone.Emulator.Domain.Addresses;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>The range of a BGP or OSPF network: servers get the lowest free host after the gateway.</summary>
internal sealed class AddressRange : PublicAddresses
{
    private readonly AddressPool _pool;

    /// <summary>Address of the range, gateway and, in IPv4, broadcast address are not for servers.</summary>
    public AddressRange(Subnet range)
        : this(range, new AddressPool(range.Network + 2, range.Family == IpFamily.Ipv4 ? range.Last - 1 : range.Last))
    {
    }

    private AddressRange(Subnet range, AddressPool pool)
        : base(range.Family)
    {
        _pool = pool;
        Range = range;
        Segment = new PublicNetworkSegment(range.ToString(), IpNotation.Format(range.Network + 1, range.Family));

        // IPv6 addresses are not counted, which the API shows as -1; IPv4 ones are, whether or not they serve a server.
        ShownCount = range.Family == IpFamily.Ipv4 ? (long)pool.Size : -1;
    }

    /// <summary>The range.</summary>
    public Subnet Range { get; }

    /// <inheritdoc/>
    public override int Applied => 0;

    /// <inheritdoc/>
    public override long ShownCount { get; }

    /// <inheritdoc/>
    public override PublicNetworkSegment Segment { get; }

    /// <inheritdoc/>
    public override bool Contains(UInt128 address) => _pool.Contains(address);

    /// <inheritdoc/>
    public override bool IsFree(UInt128 address) => _pool.IsFree(address);

    /// <inheritdoc/>
    public override bool TryBindLowest(long instance, DateTimeOffset now, out UInt128 address) => _pool.TryTakeLowest(out address);

    /// <inheritdoc/>
    public override void Bind(UInt128 address, long instance, DateTimeOffset now) => _pool.Take(address);

    /// <inheritdoc/>
    public override void Unbind(UInt128 address, DateTimeOffset now) => _pool.Release(address);

    /// <inheritdoc/>
    public override PublicAddresses Copy() => new AddressRange(Range, _pool.Copy());
}
