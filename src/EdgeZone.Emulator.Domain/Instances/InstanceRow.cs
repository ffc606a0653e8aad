using EdgeZone.Emulator.Domain.Addresses;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>
/// An instance as it is kept: what is its own, as numbers, and one reference to what it shares with those of its order. Its id follows from its
/// number. A row refers to nothing else that would have to survive a collection on its behalf.
/// </summary>
internal struct InstanceRow
{
    /// <summary>What it shares with the other instances of its order; null where there is no instance.</summary>
    public OrderTerms? Terms;

    /// <summary>Its name; null when that is its id.</summary>
    public string? Name;

    /// <summary>Its IPv6 addresses; null when it has none.</summary>
    public Ipv6Addresses? Ipv6;

    /// <summary>When it was ordered, in ticks, UTC.</summary>
    public long Created;

    /// <summary>The number of its machine.</summary>
    public long Machine;

    /// <summary>Private IPv4 address, 0 while it has none.</summary>
    public uint PrivateIp;

    /// <summary>Public IPv4 address, 0 while it has none.</summary>
    public uint PublicIp;

    /// <summary>Where it is in its life.</summary>
    public InstanceStatus Status;

    /// <summary>Whether the machine is powered.</summary>
    public OperateStatus OperateStatus;

    /// <summary>When it was ordered, UTC.</summary>
    public readonly DateTimeOffset CreatedTime => new(Created, TimeSpan.Zero);

    /// <summary>Whether it is attached to its networks.</summary>
    public readonly bool IsAttached => InstanceLifecycle.CountsAsServer(Status);

    /// <summary>Whether nothing has changed between the two: what they refer to is immutable.</summary>
    public readonly bool IsSameAs(in InstanceRow other) =>
        ReferenceEquals(Terms, other.Terms) && ReferenceEquals(Name, other.Name) && ReferenceEquals(Ipv6, other.Ipv6)
        && Created == other.Created && Machine == other.Machine && PrivateIp == other.PrivateIp && PublicIp == other.PublicIp
        && Status == other.Status && OperateStatus == other.OperateStatus;

    /// <summary>Its private address of a family, 0 while it has none.</summary>
    public readonly UInt128 PrivateAddress(IpFamily family) => family == IpFamily.Ipv4 ? PrivateIp : Ipv6?.Private ?? 0;

    /// <summary>Its public address of a family, 0 while it has none.</summary>
    public readonly UInt128 PublicAddress(IpFamily family) => family == IpFamily.Ipv4 ? PublicIp : Ipv6?.Public ?? 0;

    /// <summary>Gives it another private address of a family, or with 0 none.</summary>
    public void SetPrivateAddress(IpFamily family, UInt128 address)
    {
        if (family == IpFamily.Ipv4)
        {
            PrivateIp = (uint)address;
        }
        else
        {
            SetIpv6(address, PublicAddress(IpFamily.Ipv6));
        }
    }

    /// <summary>Gives it another public address of a family, or with 0 none.</summary>
    public void SetPublicAddress(IpFamily family, UInt128 address)
    {
        if (family == IpFamily.Ipv4)
        {
            PublicIp = (uint)address;
        }
        else
        {
            SetIpv6(PrivateAddress(IpFamily.Ipv6), address);
        }
    }

    private void SetIpv6(UInt128 privateAddress, UInt128 publicAddress) =>
        Ipv6 = privateAddress == 0 && publicAddress == 0 ? null : new Ipv6Addresses(privateAddress, publicAddress);
}
