using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PrivateNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79084</summary>
public class DescribePrivateNetworkInstancesTests
{
    [Fact]
    public async Task An_empty_text_asks_nothing()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await Describe(emulator.Alice, "\"NetworkInstanceId\":\"\"", "\"NetworkInstanceName\":\"\"", "\"ZoneId\":\"\"");

        Assert.Equal([Seeded.PrivateNetwork], answer.Succeeded().Column("PrivateNetworkInstanceSet", "NetworkInstanceId"));
    }

    [Fact]
    public async Task The_first_server_has_the_first_address_for_no_gateway_is_reserved()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var ids = await emulator.GivenInstancesAsync(3);

        var row = Assert.Single((await Describe(emulator.Alice)).Rows("PrivateNetworkInstanceSet"));

        Assert.Equal(3, row.Number("ServerCount"));
        Assert.Equal(251, row.Number("AvailableIpCount"));
        Assert.Equal("10.0.0.1", (await emulator.InstanceAsync(ids[0])).Text("PrivateIp"));
    }

    [Fact]
    public async Task Times_have_no_zone_mark()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Equal(["2026-01-13T10:00:00"], (await Describe(emulator.Alice)).Column("PrivateNetworkInstanceSet", "CreatedAt"));
    }

    [Fact]
    public async Task Conditions_hold_together_the_id_exactly_the_name_in_part_and_in_either_case()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var id = await emulator.Alice.GivenPrivateNetworkAsync(name: "Web Tier");

        Assert.Equal([id], Ids(await Describe(emulator.Alice, "\"NetworkInstanceName\":\"b tI\"")));
        Assert.Equal([id], Ids(await Describe(emulator.Alice, $"\"NetworkInstanceId\":\"{id}\"", "\"ZoneId\":\"ap-guangzhou-2\"")));
        Assert.Empty(Ids(await Describe(emulator.Alice, $"\"NetworkInstanceId\":\"{id[..^1]}\"")));
        Assert.Empty(Ids(await Describe(emulator.Alice, "\"NetworkInstanceName\":\"web\"", "\"ZoneId\":\"ap-guangzhou-1\"")));
    }

    [Fact]
    public async Task An_unknown_id_or_zone_has_no_row_and_is_no_error()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Empty(Ids(await Describe(emulator.Alice, "\"NetworkInstanceId\":\"ein-00000000\"")));
        Assert.Empty(Ids(await Describe(emulator.Alice, "\"ZoneId\":\"ap-nowhere-1\"")));
    }

    [Fact]
    public async Task The_total_counts_all_matches_and_not_the_page()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Alice.GivenPrivateNetworkAsync();

        var page = await Describe(emulator.Alice, "\"Offset\":1", "\"Limit\":1");
        var beyond = await Describe(emulator.Alice, $"\"Offset\":{long.MaxValue}");

        Assert.Equal([Seeded.PrivateNetwork], Ids(page));
        Assert.Equal(2, page.Number("TotalCount"));
        Assert.Empty(Ids(beyond));
        Assert.Equal(2, beyond.Number("TotalCount"));
    }

    [Theory]
    [InlineData("\"Offset\":-1")]
    [InlineData("\"Limit\":0")]
    [InlineData("\"Limit\":-1")]
    [InlineData("\"Limit\":101")]
    public async Task A_page_out_of_range_is_an_invalid_parameter(string member)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Describe(emulator.Alice, member)).Refused("InvalidParameter");
    }

    [Fact]
    public async Task Another_accounts_networks_are_not_shown()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Empty(Ids(await Describe(emulator.Bob)));
        Assert.Empty(Ids(await Describe(emulator.Bob, $"\"NetworkInstanceId\":\"{Seeded.PrivateNetwork}\"")));
    }

    private static string[] Ids(Answer answer) => answer.Succeeded().Column("PrivateNetworkInstanceSet", "NetworkInstanceId");

    private static Task<Answer> Describe(TestCaller caller, params string[] members) =>
        caller.CallAsync("DescribePrivateNetworkInstances", $"{{{string.Join(',', members)}}}");
}
