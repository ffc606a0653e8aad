using System.Text.Json.Nodes;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PublicNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79089</summary>
public class CreatePublicNetworkInstanceTests
{
    [Theory]
    [InlineData("static", "STATIC")]
    [InlineData("BGP", "BGP")]
    [InlineData("Ospf", "OSPF")]
    public async Task A_route_mode_is_taken_in_any_case_and_shown_in_upper_case(string sent, string shown)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var id = await emulator.Alice.GivenPublicNetworkAsync(sent);

        Assert.StartsWith("epn-", id, StringComparison.Ordinal);
        Assert.Equal(shown, (await RowAsync(emulator, id)).Text("RouteMode"));
    }

    [Fact]
    public async Task A_dynamic_one_has_its_ranges_at_once_and_counts_the_addresses_of_one_of_them()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var row = await RowAsync(emulator, await emulator.Alice.GivenPublicNetworkAsync("bgp"));

        var ipv4 = Assert.Single(row.Rows("Ipv4CidrSet"));
        var ipv6 = Assert.Single(row.Rows("Ipv6CidrSet"));
        Assert.Equal(("198.19.4.0/26", "198.19.4.1"), (ipv4.Text("Cidr"), ipv4.Text("Gateway")));
        Assert.Equal(("2001:db8:1:1::/96", "2001:db8:1:1::1"), (ipv6.Text("Cidr"), ipv6.Text("Gateway")));
        Assert.Equal(61, row.Number("Ipv4Count"));
        Assert.Equal(-1, row.Number("Ipv6Count"));
    }

    [Fact]
    public async Task A_static_one_has_no_ranges_and_needs_no_quota()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var row = await RowAsync(emulator, await emulator.Alice.GivenPublicNetworkAsync(zone: Seeded.ZoneWithoutAddressQuota));

        Assert.Null(row.There("Ipv4CidrSet"));
        Assert.Null(row.There("Ipv6CidrSet"));
        Assert.Equal(0, row.Number("Ipv4Count"));
        Assert.Equal(0, row.Number("Ipv6Count"));
    }

    [Fact]
    public async Task The_bandwidth_is_null_unless_one_is_given_and_never_below_one()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Create(emulator.Alice, "\"Bandwidth\":0")).Refused("InvalidParameter");
        (await Create(emulator.Alice, "\"Bandwidth\":-1")).Refused("InvalidParameter");
        var without = (await Create(emulator.Alice)).Succeeded().Text("NetworkInstanceId");
        var with = (await Create(emulator.Bob, "\"Bandwidth\":1")).Succeeded().Text("NetworkInstanceId");

        Assert.Null((await RowAsync(emulator, without)).There("Bandwidth"));
        Assert.Equal(1, (await RowAsync(emulator.Bob, with)).Number("Bandwidth"));
    }

    [Fact]
    public async Task A_line_is_any_word_of_up_to_32_characters()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Create(emulator.Alice, line: "")).Refused("InvalidParameter");
        (await Create(emulator.Alice, line: new string('L', 33))).Refused("InvalidParameter");
        (await Create(emulator.Alice, line: new string('L', 32))).Succeeded();
    }

    [Theory]
    [InlineData("rip")]
    [InlineData("")]
    [InlineData("0")]
    public async Task A_route_mode_that_is_not_known_is_an_invalid_parameter(string mode)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Contains("`RouteMode`", (await Create(emulator.Alice, mode: mode)).Refused("InvalidParameter").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_are_checked_before_the_zone_the_zone_before_a_duplicate_and_that_before_the_quota()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Mainland");
        await emulator.Alice.GivenPublicNetworkAsync(zone: Seeded.ZoneWithLargeAddressQuota);

        (await Create(emulator.Alice, zone: "ap-nowhere-1", mode: "rip")).Refused("InvalidParameter");
        (await Create(emulator.Alice, zone: "ap-nowhere-1", mode: "bgp")).Refused("ResourceNotFound.ZoneNotFound");
        (await Create(emulator.Alice, zone: Seeded.ZoneWithLargeAddressQuota, mode: "bgp")).Refused("FailedOperation.PublicInstanceDuplicate");
        (await Create(emulator.Bob, zone: Seeded.ZoneWithLargeAddressQuota, mode: "bgp")).Refused("InvalidParameter.InvalidQuota");
    }

    [Fact]
    public async Task A_zone_may_be_named_by_its_number_and_is_shown_by_its_code()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var id = await emulator.Alice.GivenPublicNetworkAsync(zone: "100002");

        Assert.Equal(Seeded.OtherZone, (await RowAsync(emulator, id)).Text("ZoneId"));
        (await Create(emulator.Alice)).Refused("FailedOperation.PublicInstanceDuplicate");
    }

    [Theory]
    [InlineData("bgp", "\"BgpAsNumber\":65100,\"BgpPassword\":\"secret\"", null)]
    [InlineData("bgp", "\"BgpAsNumber\":1", null)]
    [InlineData("bgp", "\"BgpAsNumber\":4294967295", null)]
    [InlineData("bgp", "\"BgpAsNumber\":0", "InvalidParameter")]
    [InlineData("bgp", "\"BgpAsNumber\":4294967296", "InvalidParameter")]
    [InlineData("static", "\"BgpAsNumber\":65100", "InvalidParameter")]
    [InlineData("ospf", "\"BgpAsNumber\":65100", "InvalidParameter")]
    [InlineData("static", "\"InstanceType\":\"standard\"", null)]
    [InlineData("static", "\"InstanceType\":\"custom\"", "InvalidParameter")]
    public async Task The_newer_parameters_are_checked_where_they_exist(string mode, string members, string? code)
    {
        foreach (var edition in new[] { "Mainland", "Union" })
        {
            await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");

            Assert.Equal(code, (await Create(emulator.Alice, members, mode: mode)).Code);
        }
    }

    [Fact]
    public async Task The_password_is_never_shown()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Mainland");
        var id = (await Create(emulator.Alice, "\"BgpPassword\":\"very-secret\"", mode: "bgp")).Succeeded().Text("NetworkInstanceId");

        Assert.DoesNotContain("very-secret", (await RowAsync(emulator, id)).ToJsonString(), StringComparison.Ordinal);
    }

    private static Task<JsonNode> RowAsync(EmulatorApplication emulator, string id) => RowAsync(emulator.Alice, id);

    private static async Task<JsonNode> RowAsync(TestCaller caller, string id)
    {
        var answer = await caller.CallAsync("DescribePublicNetworkInstances", $$"""{"NetworkInstanceId":"{{id}}"}""");
        return Assert.Single(answer.Succeeded().Rows("PublicNetworkInstanceSet"));
    }

    private static Task<Answer> Create(
        TestCaller caller, string? further = null, string zone = Seeded.OtherZone, string line = "BGP", string mode = "static")
    {
        var members = $$"""
            "ZoneId":"{{zone}}","NetworkInstanceName":"n","Line":"{{line}}","RouteMode":"{{mode}}"
            """;
        return caller.CallAsync("CreatePublicNetworkInstance", further is null ? $"{{{members}}}" : $"{{{members},{further}}}");
    }
}
