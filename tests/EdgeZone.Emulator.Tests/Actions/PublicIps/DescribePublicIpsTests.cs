using System.Text.Json.Nodes;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PublicIps;

/// <summary>https://www.tencentcloud.com/document/api/1230/79065</summary>
public class DescribePublicIpsTests
{
    [Fact]
    public async Task A_dynamic_network_has_a_row_for_each_range_and_none_for_an_address()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var unused = (await Describe(emulator.Alice)).Rows("IpInfoSet");
        await emulator.GivenInstancesAsync(2);

        var used = (await Describe(emulator.Alice)).Rows("IpInfoSet");

        Assert.Equal(
            [("198.19.0.0/26", "Ipv4", "Unbound", ""), ("2001:db8:0:1::/96", "Ipv6", "Unbound", "")],
            unused.Select(Facts));
        Assert.Equal(
            [("198.19.0.0/26", "Ipv4", "InUse", ""), ("2001:db8:0:1::/96", "Ipv6", "InUse", "")],
            used.Select(Facts));
        Assert.All(used, row => Assert.Equal("2026-01-13T10:00:00", row.Text("CreatedAt")));
    }

    [Fact]
    public async Task A_static_network_has_a_row_for_each_address_which_names_its_instance()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.GivenStaticNetworkAsync();
        var ips = await emulator.Alice.GivenAddressesAsync(network, 2);
        var id = await emulator.GivenInstanceAsync(publicNetwork: network);

        var rows = (await Describe(emulator.Alice)).Rows("IpInfoSet").Select(Facts).ToArray();

        Assert.Equal(ips.Order(StringComparer.Ordinal), rows.Select(row => row.Ip).Order(StringComparer.Ordinal));
        Assert.Equal((await emulator.InstanceAsync(id)).Text("PublicIp"), Assert.Single(rows, row => row.State == "InUse").Ip);
        Assert.Equal(["", id], rows.Select(row => row.InstanceId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_id_is_a_list_of_parts_of_which_one_suffices()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.Alice.GivenPublicNetworkAsync("bgp");

        Assert.Equal(4, (await Describe(emulator.Alice, "\"NetworkInstanceId\":[\"net-pub\",\"epn-\"]")).Number("TotalCount"));
        Assert.Equal(
            [network, network],
            (await Describe(emulator.Alice, $"\"NetworkInstanceId\":[\"{network[2..].ToUpperInvariant()}\"]")).Column("IpInfoSet", "NetworkInstanceId"));
        Assert.Equal(0, (await Describe(emulator.Alice, "\"NetworkInstanceId\":[\"none\"]")).Number("TotalCount"));
    }

    [Fact]
    public async Task Parts_of_addresses_are_ORed_and_all_conditions_ANDed()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Alice.GivenPublicNetworkAsync("bgp");

        var either = await Describe(emulator.Alice, "\"Ip\":[\"19.4.\",\"db8:0:1\"]");
        var both = await Describe(emulator.Alice, "\"Ip\":[\"19.4.\",\"db8:0:1\"]", "\"Type\":[\"Ipv6\"]", "\"State\":[\"unbound\"]");

        Assert.Equal(["198.19.4.0/26", "2001:db8:0:1::/96"], either.Column("IpInfoSet", "Ip"));
        Assert.Equal(["2001:db8:0:1::/96"], both.Column("IpInfoSet", "Ip"));
    }

    [Theory]
    [InlineData("\"Type\":[\"ipv4\"]", 1)]
    [InlineData("\"Type\":[\"IPV4\",\"Ipv6\"]", 2)]
    [InlineData("\"State\":[\"INUSE\"]", 0)]
    [InlineData("\"State\":[\"InUse\",\"Unbound\"]", 2)]
    [InlineData("\"State\":[],\"Type\":[],\"Ip\":[],\"NetworkInstanceId\":[]", 2)]
    [InlineData("\"ZoneId\":\"\",\"OrderByCreateTime\":\"\",\"OrderByUpdateTime\":\"\"", 2)]
    [InlineData("\"Ip\":[\"\"]", 0)]
    [InlineData("\"NetworkInstanceId\":[\"\"]", 0)]
    [InlineData("\"NetworkInstanceId\":[\"\",\"net-public\"]", 2)]
    public async Task Words_are_taken_in_any_case_nothing_asks_nothing_and_an_empty_part_is_part_of_nothing(string members, long count)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Equal(count, (await Describe(emulator.Alice, members)).Succeeded().Number("TotalCount"));
    }

    [Theory]
    [InlineData("\"State\":[\"InUse\",\"Free\"]", "`State`")]
    [InlineData("\"Type\":[\"v4\"]", "`Type`")]
    [InlineData("\"OrderByCreateTime\":\"up\"", "`OrderByCreateTime`")]
    [InlineData("\"OrderByUpdateTime\":\" \"", "`OrderByUpdateTime`")]
    [InlineData("\"State\":[\"\"]", "`State`")]
    [InlineData("\"Offset\":-1", "`Offset`")]
    [InlineData("\"Limit\":0", "`Limit`")]
    [InlineData("\"Limit\":101", "`Limit`")]
    public async Task What_means_nothing_is_an_invalid_parameter(string member, string named)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Contains(named, (await Describe(emulator.Alice, member)).Refused("InvalidParameter").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NetworkInstanceId")]
    [InlineData("Ip")]
    [InlineData("State")]
    [InlineData("Type")]
    public async Task More_than_a_hundred_values_of_a_condition_are_refused(string parameter)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await Describe(emulator.Alice, $"\"{parameter}\":{Arrangements.List(Enumerable.Repeat("InUse", 101))}");

        Assert.Contains($"`{parameter}`", answer.Refused("InvalidParameter").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_zone_may_be_named_by_its_number()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Alice.GivenPublicNetworkAsync("bgp");

        Assert.Equal(["198.19.0.0/26", "2001:db8:0:1::/96"], (await Describe(emulator.Alice, "\"ZoneId\":\"100001\"")).Column("IpInfoSet", "Ip"));
        Assert.Equal(0, (await Describe(emulator.Alice, "\"ZoneId\":\"ap-nowhere-1\"")).Succeeded().Number("TotalCount"));
    }

    [Fact]
    public async Task The_newest_come_first_unless_told_otherwise_and_an_update_counts_before_the_creation()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.GivenStaticNetworkAsync();
        var first = Assert.Single(await emulator.Alice.GivenAddressesAsync(network));
        emulator.Time.Advance(TimeSpan.FromMinutes(1));
        var second = Assert.Single(await emulator.Alice.GivenAddressesAsync(network));
        emulator.Time.Advance(TimeSpan.FromMinutes(1));
        var third = Assert.Single(await emulator.Alice.GivenAddressesAsync(network));
        emulator.Time.Advance(TimeSpan.FromMinutes(1));
        var id = await emulator.GivenInstanceAsync(publicNetwork: network);
        (await emulator.CallAsync("ModifyInstanceAttribute", $$"""{"InstanceId":"{{id}}","NewPublicIp":"{{first}}"}""")).Succeeded();
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{id}}"]}""")).Succeeded();
        // By now the lowest address, which the instance had at first, and the first one share the newest update.
        var lowest = new[] { first, second, third }.MinBy(ip => int.Parse(ip.Split('.')[3], System.Globalization.CultureInfo.InvariantCulture))!;
        string[] created = [third, second, first];
        bool IsUpdated(string ip) => ip == lowest || ip == first;

        Assert.Equal(created, Ips(await Describe(emulator.Alice)));
        Assert.Equal(created, Ips(await Describe(emulator.Alice, "\"OrderByCreateTime\":\"DESC\"")));
        Assert.Equal(created.Reverse(), Ips(await Describe(emulator.Alice, "\"OrderByCreateTime\":\"asc\"")));
        Assert.Equal(
            created.Where(IsUpdated).Concat(created.Where(ip => !IsUpdated(ip))),
            Ips(await Describe(emulator.Alice, "\"OrderByUpdateTime\":\"desc\"")));
        Assert.Equal(
            created.Reverse().Where(ip => !IsUpdated(ip)).Concat(created.Reverse().Where(IsUpdated)),
            Ips(await Describe(emulator.Alice, "\"OrderByUpdateTime\":\"asc\"", "\"OrderByCreateTime\":\"asc\"")));
    }

    [Fact]
    public async Task The_total_counts_all_matches_and_the_limit_is_twenty_unless_given()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        await emulator.Alice.GivenAddressesAsync(network, 30);

        var page = await Describe(emulator.Alice, "\"ZoneId\":\"ap-guangzhou-2\"");
        var rest = await Describe(emulator.Alice, "\"ZoneId\":\"ap-guangzhou-2\"", "\"Offset\":20");

        Assert.Equal(20, page.Rows("IpInfoSet").Length);
        Assert.Equal(30, page.Number("TotalCount"));
        Assert.Equal(30, Ips(page).Concat(Ips(rest)).Distinct().Count());
    }

    [Fact]
    public async Task Another_accounts_addresses_are_not_shown()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Equal(0, (await Describe(emulator.Bob, $"\"NetworkInstanceId\":[\"{Seeded.PublicNetwork}\"]")).Succeeded().Number("TotalCount"));
    }

    private static string[] Ips(Answer answer) => answer.Succeeded().Column("IpInfoSet", "Ip");

    private static (string? Ip, string? Type, string? State, string? InstanceId) Facts(JsonNode row) => (
        row.Text("Ip"),
        row.Text("Type"),
        row.Text("State"),
        row.Text("InstanceId"));

    private static Task<Answer> Describe(TestCaller caller, params string[] members) =>
        caller.CallAsync("DescribePublicIps", $"{{{string.Join(',', members)}}}");
}
