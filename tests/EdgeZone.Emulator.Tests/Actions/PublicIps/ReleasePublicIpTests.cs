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
    public async Task The_owner_is_judged_before_the_mode_the_mode_before_the_addresses_and_parameters_before_all()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Release(emulator.Bob, Seeded.PublicNetwork, [])).Refused("InvalidParameter");
        (await Release(emulator.Bob, Seeded.PublicNetwork, ["198.19.0.2"], "v4")).Refused("InvalidParameter");
        (await Release(emulator.Bob, Seeded.PublicNetwork, ["198.19.0.2"])).Refused("UnauthorizedOperation.PermissionDenied");
        (await Release(emulator.Alice, Seeded.PublicNetwork, ["nonsense"])).Refused("FailedOperation.NotSupportedForDynamicInstance");
    }

    [Fact]
    public async Task Every_address_is_looked_up_before_any_is_found_to_be_bound()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.GivenStaticNetworkAsync();
        var ip = Assert.Single(await emulator.Alice.GivenAddressesAsync(network));
        var instance = await emulator.GivenInstanceAsync(publicNetwork: network);

        var both = await Release(emulator.Alice, network, [ip, "203.0.113.255"]);
        var bound = await Release(emulator.Alice, network, [ip]);

        Assert.Equal(
            $"Public IP 203.0.113.255 has not been applied for in public network instance {network}",
            both.Refused("InvalidParameterValue.PublicIpNotAvailable").Message);
        Assert.Equal($"Public IP {ip} is still bound to instance {instance}", bound.Refused("FailedOperation.IpStillBoundToServer").Message);
    }

    [Fact]
    public async Task One_bad_address_keeps_all_of_them()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        var ips = await emulator.Alice.GivenAddressesAsync(network, 2);

        (await Release(emulator.Alice, network, [.. ips, "198.18.1.1"])).Refused("InvalidParameterValue.PublicIpNotAvailable");

        Assert.Equal(2, (await Describe(emulator, network)).Number("TotalCount"));
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

    [Fact]
    public async Task An_address_of_a_terminated_instance_can_be_released()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Durations:Profile=Fast");
        var network = await emulator.GivenStaticNetworkAsync();
        var ips = await emulator.Alice.GivenAddressesAsync(network);
        var instance = await emulator.GivenInstanceAsync(publicNetwork: network);
        emulator.FinishWork();
        (await Release(emulator.Alice, network, ips)).Refused("FailedOperation.IpStillBoundToServer");

        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{instance}}"]}""")).Succeeded();

        (await Release(emulator.Alice, network, ips)).Succeeded();
    }

    private static Task<Answer> Describe(EmulatorApplication emulator, string network) =>
        emulator.CallAsync("DescribePublicIps", $$"""{"NetworkInstanceId":["{{network}}"]}""");

    private static Task<Answer> Release(TestCaller caller, string network, string[] ips, string type = "ipv4") =>
        caller.CallAsync("ReleasePublicIp", $$"""{"NetworkInstanceId":"{{network}}","Type":"{{type}}","IpList":{{Arrangements.List(ips)}}}""");
}
