using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EdgeZone.Emulator.Domain.Addresses;

/// <summary>Addresses as numbers and as text.</summary>
internal static class IpNotation
{
    /// <summary>Reads an address strictly: four decimal parts without leading zeros, or IPv6 without zone, brackets or prefix length.</summary>
    /// <remarks>The runtime's own parser also takes <c>10.1</c>, <c>010.0.0.1</c> and <c>0xA.0.0.1</c>, which no network device would.</remarks>
    public static bool TryParse(string text, IpFamily family, out UInt128 address) =>
        family == IpFamily.Ipv4 ? TryParseIpv4(text, out address) : TryParseIpv6(text, out address);

    /// <summary>Which family a text would be an address of, if it is one.</summary>
    public static IpFamily FamilyOf(string text) => text.Contains(':', StringComparison.Ordinal) ? IpFamily.Ipv6 : IpFamily.Ipv4;

    /// <summary>The address in its usual notation.</summary>
    public static string Format(UInt128 address, IpFamily family)
    {
        if (family == IpFamily.Ipv4)
        {
            return FormatIpv4((uint)address);
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, address);
        return new IPAddress(bytes).ToString();
    }

    /// <summary>What people call the family.</summary>
    public static string NameOf(IpFamily family) => family == IpFamily.Ipv4 ? "IPv4" : "IPv6";

    /// <summary>Number of bits of an address.</summary>
    public static int Bits(IpFamily family) => family == IpFamily.Ipv4 ? 32 : 128;

    // Every page of instances shows many of them, and an interpolated string takes three times as long.
    private static string FormatIpv4(uint address)
    {
        const int Longest = 15;
        Span<char> text = stackalloc char[Longest];
        var length = 0;
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            ((byte)(address >> shift)).TryFormat(text[length..], out var digits, default, CultureInfo.InvariantCulture);
            length += digits;
            if (shift > 0)
            {
                text[length++] = '.';
            }
        }

        return new string(text[..length]);
    }

    private static bool TryParseIpv4(string text, out UInt128 address)
    {
        address = 0;
        var parts = 0;
        foreach (var range in text.AsSpan().Split('.'))
        {
            var part = text.AsSpan(range);
            var isCanonical = part.Length is 1 or 2 or 3 && (part[0] != '0' || part.Length == 1);
            if (!isCanonical || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return false;
            }

            address = (address << 8) | value;
            parts++;
        }

        return parts == 4;
    }

    private static bool TryParseIpv6(string text, out UInt128 address)
    {
        address = 0;
        if (text.AsSpan().ContainsAny("%[]/ ") || !IPAddress.TryParse(text, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        parsed.TryWriteBytes(bytes, out _);
        address = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return true;
    }
}
