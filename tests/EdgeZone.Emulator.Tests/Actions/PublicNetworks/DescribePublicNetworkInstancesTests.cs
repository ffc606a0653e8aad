using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PublicNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79086</summary>
public class DescribePublicNetworkInstancesTests
{
    [Fact]
    public async Task An_empty_text_asks_nothing()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await Describe(emulator.Alice, "\"NetworkInstanceId\":\"\"", "\"NetworkInstanceName\":\"\"", "\"ZoneId\":\"\"");

        Assert.Equal([Seeded.PublicNetwork], answer.Succeeded().Column("PublicNetworkInstanceSet", "NetworkInstanceId"));
    }

    [Fact]
    public async Task An_unknown_id_is_an_error_unlike_that_of_a_private_network()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await Describe(emulator.Alice, "\"NetworkInstanceId\":\"epn-00000000\"");

        Assert.Equal("Public network instance epn-00000000 does not exist", answer.Refused("ResourceNotFound.PublicInstanceNotFound").Message);
    }

    [Fact]
    public async Task A_known_id_that_another_condition_excludes_has_no_row()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await Describe(emulator.Alice, $"\"NetworkInstanceId\":\"{Seeded.PublicNetwork}\"", "\"ZoneId\":\"ap-guangzhou-2\"");

        Assert.Empty(Ids(answer));
    }

    [Fact]
    public async Task Servers_do_not_lower_the_count_of_a_dynamic_networks_addresses()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.GivenInstancesAsync(2, ipv6: true);

        var row = Assert.Single((await Describe(emulator.Alice)).Rows("PublicNetworkInstanceSet"));

        Assert.Equal(2, row.Number("ServerCount"));
        Assert.Equal(61, row.Number("Ipv4Count"));
        Assert.Equal(-1, row.Number("Ipv6Count"));
    }

    [Fact]
    public async Task Names_are_found_in_part_and_in_either_case_and_the_newest_come_first()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var second = await emulator.Alice.GivenPublicNetworkAsync(name: "Edge A");
        var third = await emulator.Alice.GivenPublicNetworkAsync(zone: "ap-chengdu-1", name: "edge B");

        Assert.Equal([third, second], Ids(await Describe(emulator.Alice, "\"NetworkInstanceName\":\"EDGE\"")));
        Assert.Equal([second], Ids(await Describe(emulator.Alice, "\"NetworkInstanceName\":\"EDGE\"", "\"ZoneId\":\"100002\"")));
    }

    [Fact]
    public async Task The_total_counts_all_matches_and_not_the_page()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Alice.GivenPublicNetworkAsync();

        var page = await Describe(emulator.Alice, "\"Offset\":1", "\"Limit\":1");

        Assert.Equal([Seeded.PublicNetwork], Ids(page));
        Assert.Equal(2, page.Number("TotalCount"));
    }

    [Theory]
    [InlineData("\"Offset\":-1")]
    [InlineData("\"Limit\":0")]
    [InlineData("\"Limit\":101")]
    public async Task A_page_out_of_range_is_an_invalid_parameter(string member)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Describe(emulator.Alice, member)).Refused("InvalidParameter");
    }

    [Fact]
    public async Task Another_accounts_networks_are_not_shown_and_its_ids_not_known()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Empty(Ids(await Describe(emulator.Bob)));
        (await Describe(emulator.Bob, $"\"NetworkInstanceId\":\"{Seeded.PublicNetwork}\"")).Refused("ResourceNotFound.PublicInstanceNotFound");
    }

    private static string[] Ids(Answer answer) => answer.Succeeded().Column("PublicNetworkInstanceSet", "NetworkInstanceId");

    private static Task<Answer> Describe(TestCaller caller, params string[] members) =>
        caller.CallAsync("DescribePublicNetworkInstances", $"{{{string.Join(',', members)}}}");
}
