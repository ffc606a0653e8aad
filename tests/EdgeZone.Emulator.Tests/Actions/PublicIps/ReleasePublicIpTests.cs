using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PublicIps;

/// <summary>https://www.tencentcloud.com/document/api/1230/79081</summary>
public class ReleasePublicIpTests
{
    [Fact]
    public async Task Of_another_accounts_network_it_says_so_where_other_actions_know_no_such_network()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        var ips = await emulator.Alice.GivenAddressesAsync(network);

        var refusal = await Release(emulator.Bob, network, ips);
        var unknown = await Release(emulator.Bob, "epn-00000000", ips);

        Assert.Equal($"Public network instance {network} does not belong to the account", refusal.Refused("UnauthorizedOperation.PermissionDenied").Message);
        unknown.Refused("ResourceNotFound.PublicInstanceNotFound");
    }

    [Fact]
    public async Task The_owner_is_checked_before_the_mode_the_mode_before_the_addresses_and_parameters_before_all()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Release(emulator.Bob, Seeded.PublicNetwork, [])).Refused("InvalidParameter");
        (await Release(emulator.Bob, Seeded.PublicNetwork, ["198.19.0.2"], "v4")).Refused("InvalidParameter");
        (await Release(emulator.Bob, Seeded.PublicNetwork, ["198.19.0.2"])).Refused("UnauthorizedOperation.PermissionDenied");
        (await Release(emulator.Alice, Seeded.PublicNetwork, ["nonsense"])).Refused("FailedOperation.NotSupportedForDynamicInstance");
    }

    [Fact]
    public async Task An_address_named_twice_is_released_once()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        var ips = await emulator.Alice.GivenAddressesAsync(network, 2);

        (await Release(emulator.Alice, network, [ips[0], ips[0]])).Succeeded();

        Assert.Equal([ips[1]], (await Describe(emulator, network)).Column("IpInfoSet", "Ip"));
    }

    [Fact]
    public async Task An_IPv6_address_is_known_in_any_notation()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        var ip = Assert.Single(await emulator.Alice.GivenAddressesAsync(network, 1, "ipv6"));

        (await Release(emulator.Alice, network, [ip.ToUpperInvariant()], "Ipv6")).Succeeded();

        Assert.Equal(0, (await Describe(emulator, network)).Number("TotalCount"));
    }

    [Theory]
    [InlineData("ipv4", "InvalidParameterValue.PublicIpNotAvailable")]
    [InlineData("ipv6", "InvalidParameterValue.PublicIpv6NotAvailable")]
    public async Task An_address_of_the_other_family_or_in_no_notation_was_not_applied_for(string type, string code)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        var other = Assert.Single(await emulator.Alice.GivenAddressesAsync(network, 1, type == "ipv4" ? "ipv6" : "ipv4"));

        foreach (var ip in new[] { other, "nonsense", "", "198.18.1.10/32", "198.18.1.010" })
        {
            (await Release(emulator.Alice, network, [ip], type)).Refused(code);
        }
    }

    [Fact]
    public async Task A_hundred_addresses_are_looked_at_and_one_more_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        string[] ips = [.. Enumerable.Range(0, 101).Select(i => $"198.18.1.{i}")];

        (await Release(emulator.Alice, network, ips)).Refused("InvalidParameter");
        (await Release(emulator.Alice, network, ips[..100])).Refused("InvalidParameterValue.PublicIpNotAvailable");
    }

    private static Task<Answer> Describe(EmulatorApplication emulator, string network) =>
        emulator.CallAsync("DescribePublicIps", $$"""{"NetworkInstanceId":["{{network}}"]}""");

    private static Task<Answer> Release(TestCaller caller, string network, string[] ips, string type = "ipv4") =>
        caller.CallAsync("ReleasePublicIp", $$"""{"NetworkInstanceId":"{{network}}","Type":"{{type}}","IpList":{{Arrangements.List(ips)}}}""");
}
