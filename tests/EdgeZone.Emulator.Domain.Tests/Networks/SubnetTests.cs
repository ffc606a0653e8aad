using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Tests.Networks;

public class SubnetTests
{
    [Theory]
    [InlineData("10.0.0.0/8")]
    [InlineData("192.168.1.16/28")]
    [InlineData("203.0.113.7/32")]
    [InlineData("2001:db8::/32")]
    [InlineData("2001:db8:0:1::/64")]
    public void A_block_without_host_bits_is_a_subnet(string text) => Assert.Equal(text, Subnet.Parse(text).ToString());

    [Theory]
    [InlineData("10.0.0.1/24")]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/+8")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10.0.0/8")]
    [InlineData("/8")]
    [InlineData("2001:db8::1/64")]
    [InlineData("2001:db8::/129")]
    [InlineData("fe80::%1/64")]
    public void Anything_else_is_none(string text) => Assert.Throws<FormatException>(() => Subnet.Parse(text));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("10.0.0.1")]
    public void An_ipv4_address_has_four_plain_parts(string text)
    {
        Assert.True(IpNotation.TryParse(text, IpFamily.Ipv4, out var address));
        Assert.Equal(text, IpNotation.Format(address, IpFamily.Ipv4));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.1")]
    [InlineData("10.0.0")]
    [InlineData("10.0.0.0.0")]
    [InlineData("010.0.0.1")]
    [InlineData("10.0.0.00")]
    [InlineData("0xA.0.0.1")]
    [InlineData("10.0.0.256")]
    [InlineData("10.0.0.-1")]
    [InlineData("10.0.0.1 ")]
    [InlineData("10.0.0.1/24")]
    [InlineData("10..0.1")]
    [InlineData("167772161")]
    [InlineData("１.0.0.1")]
    [InlineData("::1")]
    public void Nothing_looser_is_an_ipv4_address(string text) => Assert.False(IpNotation.TryParse(text, IpFamily.Ipv4, out _));

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("[::1]")]
    [InlineData("fe80::1%eth0")]
    [InlineData("::1/128")]
    [InlineData("")]
    public void Nothing_looser_is_an_ipv6_address(string text) => Assert.False(IpNotation.TryParse(text, IpFamily.Ipv6, out _));
}
