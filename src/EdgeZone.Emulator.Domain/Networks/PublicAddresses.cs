using EdgeZone.Emulator.Domain.Addresses;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>The addresses of one family that a public network can give to its servers.</summary>
internal abstract class PublicAddresses(IpFamily family)
{
    /// <summary>IPv4 or IPv6.</summary>
    public IpFamily Family { get; } = family;

    /// <summary>How many addresses the account applied for.</summary>
    public abstract int Applied { get; }

    /// <summary>The number the API shows.</summary>
    public abstract long ShownCount { get; }

    /// <summary>The range with its gateway, null for addresses that were applied for one by one.</summary>
    public abstract PublicNetworkSegment? Segment { get; }

    /// <summary>Whether the address belongs to the network, in use or not.</summary>
    public abstract bool Contains(UInt128 address);

    /// <summary>Whether the address belongs to the network and serves no instance.</summary>
    public abstract bool IsFree(UInt128 address);

    /// <summary>Binds the lowest free address to the instance of that number.</summary>
    public abstract bool TryBindLowest(long instance, DateTimeOffset now, out UInt128 address);

    /// <summary>Binds a particular address, which has to be free.</summary>
    public abstract void Bind(UInt128 address, long instance, DateTimeOffset now);

    /// <summary>Binds a particular address, which has to be free, as it was bound before.</summary>
    public virtual void Restore(UInt128 address, long instance) => Bind(address, instance, default);

    /// <summary>Addresses of their own, of which the same are bound.</summary>
    public abstract PublicAddresses Copy();

    /// <summary>The address serves its instance no longer.</summary>
    public abstract void Unbind(UInt128 address, DateTimeOffset now);
}
