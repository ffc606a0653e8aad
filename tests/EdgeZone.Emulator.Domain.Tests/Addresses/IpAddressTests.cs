using CsCheck;
using EdgeZone.Emulator.Domain.Addresses;

namespace EdgeZone.Emulator.Domain.Tests.Addresses;

public class IpAddressTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("2001:db8::10")]
    public void It_is_read_and_shown_in_the_usual_notation(string text)
    {
        Assert.True(IpAddress.TryParse(text, out var address));
        Assert.Equal(text, address.ToString());
        Assert.Equal(text.Contains(':', StringComparison.Ordinal) ? IpFamily.Ipv6 : IpFamily.Ipv4, address.Family);
        Assert.NotEqual(IpAddress.None, address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("10.1")]
    [InlineData("010.0.0.1")]
    [InlineData("10.0.0.256")]
    [InlineData("10.0.0.1/24")]
    [InlineData("[::1]")]
    [InlineData("fe80::1%eth0")]
    public void What_is_no_address_is_none(string text)
    {
        Assert.False(IpAddress.TryParse(text, out var address));
        Assert.Equal((IpAddress.None, "", null), (address, address.ToString(), address.Family));
    }

    [Fact]
    public void Its_number_and_its_notation_say_the_same() => Gen.Select(Gen.Bool, Gen.ULong, Gen.ULong).Sample((isIpv4, upper, lower) =>
    {
        var address = isIpv4 ? new IpAddress(IpFamily.Ipv4, (uint)lower) : new IpAddress(IpFamily.Ipv6, new UInt128(upper, lower));

        Assert.True(IpAddress.TryParse(address.ToString(), out var read));
        Assert.Equal(address, read);
    });

    [Fact]
    public void A_number_that_is_no_address_of_the_family_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new IpAddress(IpFamily.Ipv4, (UInt128)uint.MaxValue + 1));
}
