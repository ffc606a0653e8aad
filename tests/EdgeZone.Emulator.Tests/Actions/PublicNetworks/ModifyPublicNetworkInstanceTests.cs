using EdgeZone.Emulator.Tests.Callers;

namespace EdgeZone.Emulator.Tests.Actions.PublicNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79065</summary>
public class ModifyPublicNetworkInstanceTests
{
    [Fact]
    public async Task It_changes_the_name_and_the_time_of_the_update_and_nothing_else()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Pass(TimeSpan.FromHours(1));

        (await Modify(emulator.Alice, TestEmulator.PublicNetwork, "new name")).Succeeds();

        var row = Assert.Single((await emulator.CallAsync("DescribePublicNetworkInstances")).Rows("PublicNetworkInstanceSet"));
        Assert.Equal("new name", row.GetProperty("NetworkInstanceName").GetString());
        Assert.Equal("2026-04-27T10:00:00", row.GetProperty("CreatedAt").GetString());
        Assert.Equal("2026-04-27T11:00:00", row.GetProperty("UpdatedAt").GetString());
        Assert.Equal(100, row.GetProperty("Bandwidth").GetInt64());
    }

    [Fact]
    public async Task A_name_of_no_or_of_more_than_sixty_characters_is_refused()
    {
        await using var emulator = await TestEmulator.StartAsync();

        (await Modify(emulator.Alice, TestEmulator.PublicNetwork, "")).Refused("InvalidParameter");
        (await Modify(emulator.Alice, TestEmulator.PublicNetwork, new string('n', 61))).Refused("InvalidParameter");
        (await Modify(emulator.Alice, TestEmulator.PublicNetwork, new string('n', 60))).Succeeds();
    }

    [Fact]
    public async Task Another_accounts_network_and_a_private_one_do_not_exist()
    {
        await using var emulator = await TestEmulator.StartAsync();

        (await Modify(emulator.Bob, TestEmulator.PublicNetwork, "mine")).Refused("ResourceNotFound.PublicInstanceNotFound");
        (await Modify(emulator.Alice, TestEmulator.PrivateNetwork, "mine")).Refused("ResourceNotFound.PublicInstanceNotFound");
    }

    private static Task<Answer> Modify(TestCaller caller, string id, string name) =>
        caller.CallAsync("ModifyPublicNetworkInstance", $$"""{"NetworkInstanceId":"{{id}}","NetworkInstanceName":"{{name}}"}""");
}
