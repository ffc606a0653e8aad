using System.Text.Json;
using EdgeZone.Emulator.Tests.Callers;

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
        await using var emulator = await TestEmulator.StartAsync();

        var id = await emulator.Alice.GivenPublicNetworkAsync(sent);

        Assert.StartsWith("epn-", id, StringComparison.Ordinal);
        Assert.Equal(shown, (await RowAsync(emulator, id)).GetProperty("RouteMode").GetString());
    }

    [Fact]
    public async Task A_dynamic_one_has_its_ranges_at_once_and_counts_the_addresses_of_one_of_them()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var row = await RowAsync(emulator, await emulator.Alice.GivenPublicNetworkAsync("bgp"));

        var ipv4 = Assert.Single(row.GetProperty("Ipv4CidrSet").EnumerateArray());
        var ipv6 = Assert.Single(row.GetProperty("Ipv6CidrSet").EnumerateArray());
        Assert.Equal(("198.19.4.0/26", "198.19.4.1"), (ipv4.GetProperty("Cidr").GetString(), ipv4.GetProperty("Gateway").GetString()));
        Assert.Equal(("2001:db8:1:1::/96", "2001:db8:1:1::1"), (ipv6.GetProperty("Cidr").GetString(), ipv6.GetProperty("Gateway").GetString()));
        Assert.Equal(61, row.GetProperty("Ipv4Count").GetInt64());
        Assert.Equal(-1, row.GetProperty("Ipv6Count").GetInt64());
    }

    [Theory]
    [InlineData(1, "/26", 61)]
    [InlineData(64, "/26", 61)]
    [InlineData(65, "/25", 125)]
    [InlineData(128, "/25", 125)]
    public async Task The_address_quota_sizes_the_range(int quota, string size, long count)
    {
        await using var emulator = await StartWithQuotaAsync(quota);

        var row = await RowAsync(emulator, await emulator.Alice.GivenPublicNetworkAsync("ospf"));

        Assert.EndsWith(size, Assert.Single(row.GetProperty("Ipv4CidrSet").EnumerateArray()).GetProperty("Cidr").GetString(), StringComparison.Ordinal);
        Assert.Equal(count, row.GetProperty("Ipv4Count").GetInt64());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(129)]
    public async Task A_quota_that_no_range_fits_is_invalid(int quota)
    {
        await using var emulator = await StartWithQuotaAsync(quota);

        (await Create(emulator.Alice, mode: "bgp")).Refused("InvalidParameter.InvalidQuota");
    }

    [Fact]
    public async Task A_static_one_has_no_ranges_and_needs_no_quota()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var row = await RowAsync(emulator, await emulator.Alice.GivenPublicNetworkAsync(zone: TestEmulator.ZoneWithoutAddressQuota));

        Assert.Equal(JsonValueKind.Null, row.GetProperty("Ipv4CidrSet").ValueKind);
        Assert.Equal(JsonValueKind.Null, row.GetProperty("Ipv6CidrSet").ValueKind);
        Assert.Equal(0, row.GetProperty("Ipv4Count").GetInt64());
        Assert.Equal(0, row.GetProperty("Ipv6Count").GetInt64());
    }

    [Fact]
    public async Task The_bandwidth_is_null_unless_one_is_given_and_never_below_one()
    {
        await using var emulator = await TestEmulator.StartAsync();

        (await Create(emulator.Alice, "\"Bandwidth\":0")).Refused("InvalidParameter");
        (await Create(emulator.Alice, "\"Bandwidth\":-1")).Refused("InvalidParameter");
        var without = (await Create(emulator.Alice)).Succeeds().Text("NetworkInstanceId");
        var with = (await Create(emulator.Bob, "\"Bandwidth\":1")).Succeeds().Text("NetworkInstanceId");

        Assert.Equal(JsonValueKind.Null, (await RowAsync(emulator, without)).GetProperty("Bandwidth").ValueKind);
        Assert.Equal(1, (await RowAsync(emulator.Bob, with)).GetProperty("Bandwidth").GetInt64());
    }

    [Fact]
    public async Task A_line_is_any_word_of_up_to_32_characters()
    {
        await using var emulator = await TestEmulator.StartAsync();

        (await Create(emulator.Alice, line: "")).Refused("InvalidParameter");
        (await Create(emulator.Alice, line: new string('L', 33))).Refused("InvalidParameter");
        (await Create(emulator.Alice, line: new string('L', 32))).Succeeds();
    }

    [Theory]
    [InlineData("rip")]
    [InlineData("")]
    [InlineData("0")]
    public async Task A_route_mode_that_is_not_known_is_an_invalid_parameter(string mode)
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Contains("`RouteMode`", (await Create(emulator.Alice, mode: mode)).Refused("InvalidParameter").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_are_judged_before_the_zone_the_zone_before_a_duplicate_and_that_before_the_quota()
    {
        await using var emulator = await TestEmulator.StartAsync("Mainland");
        await emulator.Alice.GivenPublicNetworkAsync(zone: TestEmulator.ZoneWithLargeAddressQuota);

        (await Create(emulator.Alice, zone: "ap-nowhere-1", mode: "rip")).Refused("InvalidParameter");
        (await Create(emulator.Alice, zone: "ap-nowhere-1", mode: "bgp")).Refused("ResourceNotFound.ZoneNotFound");
        (await Create(emulator.Alice, zone: TestEmulator.ZoneWithLargeAddressQuota, mode: "bgp")).Refused("FailedOperation.PublicInstanceDuplicate");
        (await Create(emulator.Bob, zone: TestEmulator.ZoneWithLargeAddressQuota, mode: "bgp")).Refused("InvalidParameter.InvalidQuota");
    }

    [Fact]
    public async Task A_zone_may_be_named_by_its_number_and_is_shown_by_its_code()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var id = await emulator.Alice.GivenPublicNetworkAsync(zone: "100002");

        Assert.Equal(TestEmulator.OtherZone, (await RowAsync(emulator, id)).GetProperty("ZoneId").GetString());
        (await Create(emulator.Alice)).Refused("FailedOperation.PublicInstanceDuplicate");
    }

    [Fact]
    public async Task A_range_goes_to_the_next_network_once_its_own_is_deleted()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var first = await emulator.Alice.GivenPublicNetworkAsync("bgp");
        var second = await RowAsync(emulator.Bob, await emulator.Bob.GivenPublicNetworkAsync("bgp"));
        (await emulator.CallAsync("DeletePublicNetworkInstance", $$"""{"NetworkInstanceId":"{{first}}"}""")).Succeeds();

        var third = await RowAsync(emulator, await emulator.Alice.GivenPublicNetworkAsync("ospf"));

        Assert.Equal("198.19.4.64/26", second.GetProperty("Ipv4CidrSet")[0].GetProperty("Cidr").GetString());
        Assert.Equal("198.19.4.0/26", third.GetProperty("Ipv4CidrSet")[0].GetProperty("Cidr").GetString());
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
    public async Task The_newer_parameters_are_judged_where_they_exist(string mode, string members, string? code)
    {
        foreach (var edition in new[] { "Mainland", "Union" })
        {
            await using var emulator = await TestEmulator.StartAsync(edition);

            Assert.Equal(code, (await Create(emulator.Alice, members, mode: mode)).Code);
        }
    }

    [Fact]
    public async Task The_password_is_never_shown()
    {
        await using var emulator = await TestEmulator.StartAsync("Mainland");
        var id = (await Create(emulator.Alice, "\"BgpPassword\":\"very-secret\"", mode: "bgp")).Succeeds().Text("NetworkInstanceId");

        Assert.DoesNotContain("very-secret", (await RowAsync(emulator, id)).GetRawText(), StringComparison.Ordinal);
    }

    private static Task<TestEmulator> StartWithQuotaAsync(int quota) =>
        TestEmulator.StartAsync(seed: world => world["account"]!["zones"]![TestEmulator.OtherZone]!["ipv4"] = quota);

    private static Task<JsonElement> RowAsync(TestEmulator emulator, string id) => RowAsync(emulator.Alice, id);

    private static async Task<JsonElement> RowAsync(TestCaller caller, string id)
    {
        var answer = await caller.CallAsync("DescribePublicNetworkInstances", $$"""{"NetworkInstanceId":"{{id}}"}""");
        return Assert.Single(answer.Succeeds().Rows("PublicNetworkInstanceSet"));
    }

    private static Task<Answer> Create(
        TestCaller caller, string? further = null, string zone = TestEmulator.OtherZone, string line = "BGP", string mode = "static")
    {
        var members = $$"""
            "ZoneId":"{{zone}}","NetworkInstanceName":"n","Line":"{{line}}","RouteMode":"{{mode}}"
            """;
        return caller.CallAsync("CreatePublicNetworkInstance", further is null ? $"{{{members}}}" : $"{{{members},{further}}}");
    }
}
