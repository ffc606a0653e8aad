using System.Globalization;
using EdgeZone.Emulator.Domain.Addresses;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>A block of addresses. Its first address has no bit set beyond the prefix: <c>10.0.0.1/24</c> is not a subnet.</summary>
/// <remarks>System.Net.IPNetwork silently clears such bits, which is why it is not used here.</remarks>
public sealed record Subnet
{
    private Subnet(IpFamily family, UInt128 network, int prefixLength) => (Family, Network, PrefixLength) = (family, network, prefixLength);

    /// <summary>IPv4 or IPv6.</summary>
    public IpFamily Family { get; }

    /// <summary>The first address as a number.</summary>
    public UInt128 Network { get; }

    /// <summary>How many leading bits all addresses of the block share, 1 to 32 or 128.</summary>
    public int PrefixLength { get; }

    /// <summary>The last address as a number.</summary>
    public UInt128 Last => Network + (Size - 1);

    /// <summary>The first address as text.</summary>
    public string NetworkText => IpNotation.Format(Network, Family);

    internal UInt128 Size => UInt128.One << (IpNotation.Bits(Family) - PrefixLength);

    /// <summary>Reads <c>address/prefix length</c> of either family, or says no.</summary>
    public static bool TryParse(string text, out Subnet? subnet)
    {
        subnet = null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var prefixLength)
            && TryCreate(text[..slash], prefixLength, IpNotation.FamilyOf(text), out subnet);
    }

    /// <summary>Reads <c>address/prefix length</c> of either family.</summary>
    /// <exception cref="FormatException">It is no subnet in canonical form.</exception>
    public static Subnet Parse(string text) =>
        TryParse(text, out var subnet)
            ? subnet!
            : throw new FormatException($"`{text}` is not a subnet: an address without host bits, a slash, a prefix length.");

    /// <summary>The block of that length that begins with that address, or no.</summary>
    public static bool TryCreate(string address, int prefixLength, IpFamily family, out Subnet? subnet)
    {
        subnet = null;
        if (!IpNotation.TryParse(address, family, out var network) || prefixLength < 1 || prefixLength > IpNotation.Bits(family))
        {
            return false;
        }

        var candidate = new Subnet(family, network, prefixLength);
        if ((network & (candidate.Size - 1)) != 0)
        {
            return false;
        }

        subnet = candidate;
        return true;
    }

    /// <summary>Whether the address lies in the block.</summary>
    public bool Contains(UInt128 address) => address >= Network && address <= Last;

    /// <summary>Address and prefix length, as in <c>10.0.0.0/24</c>.</summary>
    public override string ToString() => $"{NetworkText}/{PrefixLength}";

    /// <summary>The block of that length at that address, both known to fit.</summary>
    internal static Subnet At(UInt128 network, int prefixLength, IpFamily family) => new(family, network, prefixLength);
}
