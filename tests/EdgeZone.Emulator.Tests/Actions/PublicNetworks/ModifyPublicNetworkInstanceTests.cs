using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PublicNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79065</summary>
public class ModifyPublicNetworkInstanceTests
{
    [Fact]
    public async Task It_changes_the_name_and_the_time_of_the_update_and_nothing_else()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        emulator.Time.Advance(TimeSpan.FromHours(1));

        (await Modify(emulator.Alice, Seeded.PublicNetwork, "new name")).Succeeded();

        var row = Assert.Single((await emulator.CallAsync("DescribePublicNetworkInstances")).Rows("PublicNetworkInstanceSet"));
        Assert.Equal("new name", row.Text("NetworkInstanceName"));
        Assert.Equal("2026-01-13T10:00:00", row.Text("CreatedAt"));
        Assert.Equal("2026-01-13T11:00:00", row.Text("UpdatedAt"));
        Assert.Equal(100, row.Number("Bandwidth"));
    }

    [Fact]
    public async Task A_name_of_no_or_of_more_than_sixty_characters_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Modify(emulator.Alice, Seeded.PublicNetwork, "")).Refused("InvalidParameter");
        (await Modify(emulator.Alice, Seeded.PublicNetwork, new string('n', 61))).Refused("InvalidParameter");
        (await Modify(emulator.Alice, Seeded.PublicNetwork, new string('n', 60))).Succeeded();
    }

    [Fact]
    public async Task Another_accounts_network_and_a_private_one_do_not_exist()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Modify(emulator.Bob, Seeded.PublicNetwork, "mine")).Refused("ResourceNotFound.PublicInstanceNotFound");
        (await Modify(emulator.Alice, Seeded.PrivateNetwork, "mine")).Refused("ResourceNotFound.PublicInstanceNotFound");
    }

    private static Task<Answer> Modify(TestCaller caller, string id, string name) =>
        caller.CallAsync("ModifyPublicNetworkInstance", $$"""{"NetworkInstanceId":"{{id}}","NetworkInstanceName":"{{name}}"}""");
}
