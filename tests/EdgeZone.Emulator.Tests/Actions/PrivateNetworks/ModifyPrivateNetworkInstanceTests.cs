using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PrivateNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79065</summary>
public class ModifyPrivateNetworkInstanceTests
{
    [Fact]
    public async Task It_changes_the_name_and_the_time_of_the_update_and_nothing_else()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        emulator.Time.Advance(TimeSpan.FromHours(1));

        (await Modify(emulator.Alice, Seeded.PrivateNetwork, "新名字")).Succeeded();

        var row = Assert.Single((await emulator.CallAsync("DescribePrivateNetworkInstances")).Rows("PrivateNetworkInstanceSet"));
        Assert.Equal("新名字", row.Text("NetworkInstanceName"));
        Assert.Equal("2026-01-13T10:00:00", row.Text("CreatedAt"));
        Assert.Equal("2026-01-13T11:00:00", row.Text("UpdatedAt"));
        Assert.Equal("10.0.0.0", row.Text("Network"));
    }

    [Fact]
    public async Task A_name_of_no_or_of_more_than_sixty_characters_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Modify(emulator.Alice, Seeded.PrivateNetwork, "")).Refused("InvalidParameter");
        (await Modify(emulator.Alice, Seeded.PrivateNetwork, new string('n', 61))).Refused("InvalidParameter");
        (await Modify(emulator.Alice, Seeded.PrivateNetwork, new string('n', 60))).Succeeded();
    }

    [Fact]
    public async Task Another_accounts_network_and_a_public_one_do_not_exist()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Modify(emulator.Bob, Seeded.PrivateNetwork, "mine")).Refused("ResourceNotFound.PrivateInstanceNotFound");
        (await Modify(emulator.Alice, Seeded.PublicNetwork, "mine")).Refused("ResourceNotFound.PrivateInstanceNotFound");
    }

    private static Task<Answer> Modify(TestCaller caller, string id, string name) =>
        caller.CallAsync("ModifyPrivateNetworkInstance", $$"""{"NetworkInstanceId":"{{id}}","NetworkInstanceName":"{{name}}"}""");
}
