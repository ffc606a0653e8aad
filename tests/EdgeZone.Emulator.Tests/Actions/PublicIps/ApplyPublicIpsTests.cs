using System.Net;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PublicIps;

/// <summary>https://www.tencentcloud.com/document/api/1230/79091</summary>
public class ApplyPublicIpsTests
{
    [Fact]
    public async Task Addresses_are_drawn_from_the_pool_of_the_zone_and_none_is_given_twice()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var alices = await emulator.Alice.GivenPublicNetworkAsync();
        var bobs = await emulator.Bob.GivenPublicNetworkAsync();

        string[] ips = [.. await emulator.Alice.GivenAddressesAsync(alices, 64), .. await emulator.Bob.GivenAddressesAsync(bobs, 64)];

        Assert.Equal(128, ips.Distinct().Count());
        Assert.All(ips, ip => Assert.StartsWith("198.18.1.", ip, StringComparison.Ordinal));
        Assert.DoesNotContain(ips, ip => ip is "198.18.1.0" or "198.18.1.1" or "198.18.1.255");
        Assert.NotEqual(ips.Take(64).Order(StringComparer.Ordinal), ips.Take(64));
    }

    [Fact]
    public async Task IPv6_addresses_are_written_in_their_short_form()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.Alice.GivenPublicNetworkAsync();

        var ips = await emulator.Alice.GivenAddressesAsync(network, 10, "IPV6");

        Assert.All(ips, ip => Assert.Equal(IPAddress.Parse(ip).ToString(), ip));
        Assert.All(ips, ip => Assert.StartsWith("2001:db8:1:", ip, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(long.MaxValue)]
    public async Task A_count_out_of_range_is_an_invalid_parameter(long count)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.Alice.GivenPublicNetworkAsync();

        Assert.Contains("`Count`", (await Apply(emulator.Alice, network, count)).Refused("InvalidParameter").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_are_checked_before_the_network_the_network_before_its_mode_and_that_before_the_quota()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var unconfigured = await emulator.Alice.GivenPublicNetworkAsync(zone: Seeded.ZoneWithoutAddressQuota);

        Assert.Contains("`Count`", (await Apply(emulator.Alice, "none", 0, "v4")).Refused("InvalidParameter").Message, StringComparison.Ordinal);
        Assert.Contains("`Type`", (await Apply(emulator.Alice, "none", 1, "v4")).Refused("InvalidParameter").Message, StringComparison.Ordinal);
        Assert.Contains("`NetworkInstanceId`", (await Apply(emulator.Alice, "none", 1)).Refused("InvalidParameter").Message, StringComparison.Ordinal);
        (await Apply(emulator.Alice, Seeded.PublicNetwork, 100)).Refused("FailedOperation.NotSupportedForDynamicInstance");
        (await Apply(emulator.Alice, unconfigured, 100)).Refused("LimitExceeded.QuotaNotConfigured");
    }

    [Fact]
    public async Task Another_accounts_network_does_not_exist()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Apply(emulator.Bob, await emulator.Alice.GivenPublicNetworkAsync(), 1)).Refused("InvalidParameter");
        (await Apply(emulator.Bob, Seeded.PublicNetwork, 1)).Refused("InvalidParameter");
    }

    private static Task<Answer> Apply(TestCaller caller, string network, long count, string type = "ipv4") =>
        caller.CallAsync("ApplyPublicIps", $$"""{"NetworkInstanceId":"{{network}}","Count":{{count}},"Type":"{{type}}"}""");
}
