namespace EdgeZone.Emulator.Domain.Addresses;

/// <summary>Version of the internet protocol an address belongs to.</summary>
public enum IpFamily
{
    /// <summary>32-bit addresses.</summary>
    Ipv4,

    /// <summary>128-bit addresses.</summary>
    Ipv6,
}
