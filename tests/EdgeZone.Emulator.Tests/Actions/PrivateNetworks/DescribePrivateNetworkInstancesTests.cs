using EdgeZone.Emulator.Tests.Callers;

namespace EdgeZone.Emulator.Tests.Actions.PrivateNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79084</summary>
public class DescribePrivateNetworkInstancesTests
{
    [Fact]
    public async Task The_first_server_has_the_first_address_for_no_gateway_is_reserved()
    {
        await using var emulator = await TestEmulator.StartAsync();
        string[] ids = await emulator.GivenInstancesAsync(3);

        var row = Assert.Single((await Describe(emulator.Alice)).Rows("PrivateNetworkInstanceSet"));

        Assert.Equal(3, row.GetProperty("ServerCount").GetInt64());
        Assert.Equal(251, row.GetProperty("AvailableIpCount").GetInt64());
        Assert.Equal("10.0.0.1", (await emulator.InstanceAsync(ids[0])).GetProperty("PrivateIp").GetString());
    }

    [Fact]
    public async Task Times_have_no_zone_mark()
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Equal(["2026-04-27T10:00:00"], (await Describe(emulator.Alice)).Column("PrivateNetworkInstanceSet", "CreatedAt"));
    }

    [Fact]
    public async Task The_newest_come_first_also_among_those_of_the_same_second()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var second = await emulator.Alice.GivenPrivateNetworkAsync();
        var third = await emulator.Alice.GivenPrivateNetworkAsync("ap-chengdu-1");

        Assert.Equal([third, second, TestEmulator.PrivateNetwork], Ids(await Describe(emulator.Alice)));
    }

    [Fact]
    public async Task Conditions_hold_together_the_id_exactly_the_name_in_part_and_in_either_case()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var id = await emulator.Alice.GivenPrivateNetworkAsync(name: "Web Tier");

        Assert.Equal([id], Ids(await Describe(emulator.Alice, "\"NetworkInstanceName\":\"b tI\"")));
        Assert.Equal([id], Ids(await Describe(emulator.Alice, $"\"NetworkInstanceId\":\"{id}\"", "\"ZoneId\":\"ap-guangzhou-2\"")));
        Assert.Empty(Ids(await Describe(emulator.Alice, $"\"NetworkInstanceId\":\"{id[..^1]}\"")));
        Assert.Empty(Ids(await Describe(emulator.Alice, "\"NetworkInstanceName\":\"web\"", "\"ZoneId\":\"ap-guangzhou-1\"")));
    }

    [Fact]
    public async Task An_unknown_id_or_zone_has_no_row_and_is_no_error()
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Empty(Ids(await Describe(emulator.Alice, "\"NetworkInstanceId\":\"ein-00000000\"")));
        Assert.Empty(Ids(await Describe(emulator.Alice, "\"ZoneId\":\"ap-nowhere-1\"")));
    }

    [Fact]
    public async Task The_total_counts_all_matches_and_not_the_page()
    {
        await using var emulator = await TestEmulator.StartAsync();
        await emulator.Alice.GivenPrivateNetworkAsync();

        var page = await Describe(emulator.Alice, "\"Offset\":1", "\"Limit\":1");
        var beyond = await Describe(emulator.Alice, $"\"Offset\":{long.MaxValue}");

        Assert.Equal([TestEmulator.PrivateNetwork], Ids(page));
        Assert.Equal(2, page["TotalCount"].GetInt64());
        Assert.Empty(Ids(beyond));
        Assert.Equal(2, beyond["TotalCount"].GetInt64());
    }

    [Theory]
    [InlineData("\"Offset\":-1")]
    [InlineData("\"Limit\":0")]
    [InlineData("\"Limit\":-1")]
    [InlineData("\"Limit\":101")]
    public async Task A_page_out_of_range_is_an_invalid_parameter(string member)
    {
        await using var emulator = await TestEmulator.StartAsync();

        (await Describe(emulator.Alice, member)).Refused("InvalidParameter");
    }

    [Fact]
    public async Task Another_accounts_networks_are_not_shown()
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Empty(Ids(await Describe(emulator.Bob)));
        Assert.Empty(Ids(await Describe(emulator.Bob, $"\"NetworkInstanceId\":\"{TestEmulator.PrivateNetwork}\"")));
    }

    private static string[] Ids(Answer answer) => answer.Succeeds().Column("PrivateNetworkInstanceSet", "NetworkInstanceId");

    private static Task<Answer> Describe(TestCaller caller, params string[] members) =>
        caller.CallAsync("DescribePrivateNetworkInstances", $"{{{string.Join(',', members)}}}");
}
