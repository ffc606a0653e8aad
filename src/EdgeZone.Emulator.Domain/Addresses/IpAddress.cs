namespace EdgeZone.Emulator.Domain.Addresses;

/// <summary>An IP address as a number: no text per address is kept, and none can be built that is not one.</summary>
/// <remarks>The default value is <see cref="None"/>, whose text is empty, as the API shows an instance without an address.</remarks>
public readonly record struct IpAddress
{
    /// <summary>Takes the number of an address.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No address of the family has it.</exception>
    public IpAddress(IpFamily family, UInt128 number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, UInt128.MaxValue >> (128 - IpNotation.Bits(family)));
        (Family, Number) = (family, number);
    }

    /// <summary>No address.</summary>
    public static IpAddress None => default;

    /// <summary>IPv4 or IPv6; null for <see cref="None"/>.</summary>
    public IpFamily? Family { get; }

    /// <summary>Its bits as a number.</summary>
    public UInt128 Number { get; }

    /// <summary>Reads an address of either family strictly, see <see cref="IpNotation"/>.</summary>
    public static bool TryParse(string text, out IpAddress address)
    {
        var family = IpNotation.FamilyOf(text);
        var isAddress = IpNotation.TryParse(text, family, out var number);
        address = isAddress ? new IpAddress(family, number) : None;
        return isAddress;
    }

    /// <summary>The usual notation, <c>""</c> for <see cref="None"/>.</summary>
    public override string ToString() => Family is { } family ? IpNotation.Format(Number, family) : "";
}
