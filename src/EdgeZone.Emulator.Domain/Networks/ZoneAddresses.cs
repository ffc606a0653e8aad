using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>The pools of public addresses of a zone, shared by all accounts.</summary>
internal sealed class ZoneAddresses
{
    private const int Ipv6RangePrefix = 96;

    // Where the zone's block is large enough the ranges are spaced, so that the number of a network reads as one group of its addresses.
    private const int Ipv6Spacing = 80;

    // A quota up to the one gets a range of the other length; above the largest there is no range that fits.
    private static readonly (int LargestQuota, int PrefixLength)[] RangeSizes = [(64, 26), (128, 25)];

    private readonly RandomAddressPool? _staticIpv4;
    private readonly RandomAddressPool? _staticIpv6;
    private readonly BlockPool? _dynamicIpv4;
    private readonly BlockPool? _dynamicIpv6;

    /// <summary>All free; a zone without blocks has no pools.</summary>
    public ZoneAddresses(AddressBlocks? blocks, SeededGenerator chance)
    {
        _staticIpv4 = blocks?.StaticIpv4 is { } staticIpv4 ? new RandomAddressPool(staticIpv4, chance) : null;
        _staticIpv6 = blocks?.StaticIpv6 is { } staticIpv6 ? new RandomAddressPool(staticIpv6, chance) : null;
        _dynamicIpv4 = blocks?.DynamicIpv4 is { } dynamicIpv4 ? new BlockPool(dynamicIpv4) : null;
        _dynamicIpv6 = blocks?.DynamicIpv6 is { } dynamicIpv6 ? new BlockPool(dynamicIpv6) : null;
    }

    private ZoneAddresses(ZoneAddresses other, SeededGenerator chance)
    {
        _staticIpv4 = other._staticIpv4?.Copy(chance);
        _staticIpv6 = other._staticIpv6?.Copy(chance);
        _dynamicIpv4 = other._dynamicIpv4?.Copy();
        _dynamicIpv6 = other._dynamicIpv6?.Copy();
    }

    /// <summary>Pools of their own of which the same is taken, drawn from another stream of chance.</summary>
    public ZoneAddresses Copy(SeededGenerator chance) => new(this, chance);

    /// <summary>The pool addresses of a family are applied for from.</summary>
    public RandomAddressPool? StaticPool(IpFamily family) => family == IpFamily.Ipv4 ? _staticIpv4 : _staticIpv6;

    /// <summary>Takes the ranges of a BGP or OSPF network: the IPv4 quota decides the size, IPv6 comes along where the zone has it.</summary>
    /// <exception cref="EdgeZoneException">LimitExceeded.QuotaNotConfigured, InvalidParameter.InvalidQuota, ResourceInsufficient.NoAvailableCidr.</exception>
    public (PublicAddresses Ipv4, PublicAddresses? Ipv6) TakeRanges(ZoneCode zone, int? ipv4Quota)
    {
        var quota = ipv4Quota ?? throw Refusal.PublicNetwork.QuotaNotConfigured(zone);
        var prefixLength = quota < 1 ? 0 : RangeSizes.FirstOrDefault(size => quota <= size.LargestQuota).PrefixLength;
        if (prefixLength == 0)
        {
            throw Refusal.PublicNetwork.InvalidQuota(zone, quota);
        }

        if (_dynamicIpv4?.TryTake(prefixLength) is not { } ipv4)
        {
            throw Refusal.PublicNetwork.NoAvailableRange(zone, prefixLength);
        }

        if (_dynamicIpv6 is null)
        {
            return (new AddressRange(ipv4), null);
        }

        if (_dynamicIpv6.TryTake(Ipv6PlacePrefix) is { } place)
        {
            return (new AddressRange(ipv4), new AddressRange(Subnet.At(place.Network, Ipv6RangePrefix, IpFamily.Ipv6)));
        }

        _dynamicIpv4.Release(ipv4.Network);
        throw Refusal.PublicNetwork.NoAvailableRange(zone, Ipv6RangePrefix);
    }

    /// <summary>Takes particular ranges of a network, which have to be free.</summary>
    /// <returns>False when one of them is not.</returns>
    public bool TryTakeRanges(Subnet ipv4, Subnet? ipv6) =>
        _dynamicIpv4?.TryTakeAt(ipv4) is true && (ipv6 is null || _dynamicIpv6?.TryTakeAt(PlaceOf(ipv6)) is true);

    /// <summary>Takes the ranges of a network back; addresses that were applied for are not touched.</summary>
    public void ReturnRanges(PublicNetwork network)
    {
        if (network.Addresses(IpFamily.Ipv4) is AddressRange ipv4)
        {
            _dynamicIpv4?.Release(ipv4.Range.Network);
        }

        if (network.Addresses(IpFamily.Ipv6) is AddressRange ipv6)
        {
            _dynamicIpv6?.Release(ipv6.Range.Network);
        }
    }

    private int Ipv6PlacePrefix => Math.Clamp(_dynamicIpv6!.PrefixLength, Ipv6Spacing, Ipv6RangePrefix);

    // Of the place that is taken for a range, the range is the beginning.
    private Subnet PlaceOf(Subnet ipv6) => Subnet.At(ipv6.Network, _dynamicIpv6 is null ? Ipv6RangePrefix : Ipv6PlacePrefix, IpFamily.Ipv6);
}
