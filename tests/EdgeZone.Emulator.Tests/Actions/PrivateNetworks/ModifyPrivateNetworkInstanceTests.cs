using EdgeZone.Emulator.Tests.Callers;

namespace EdgeZone.Emulator.Tests.Actions.PrivateNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79065</summary>
public class ModifyPrivateNetworkInstanceTests
{
    [Fact]
    public async Task It_changes_the_name_and_the_time_of_the_update_and_nothing_else()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Pass(TimeSpan.FromHours(1));

        (await Modify(emulator.Alice, TestEmulator.PrivateNetwork, "新名字")).Succeeds();

        var row = Assert.Single((await emulator.CallAsync("DescribePrivateNetworkInstances")).Rows("PrivateNetworkInstanceSet"));
        Assert.Equal("新名字", row.GetProperty("NetworkInstanceName").GetString());
        Assert.Equal("2026-04-27T10:00:00", row.GetProperty("CreatedAt").GetString());
        Assert.Equal("2026-04-27T11:00:00", row.GetProperty("UpdatedAt").GetString());
        Assert.Equal("10.0.0.0", row.GetProperty("Network").GetString());
    }

    [Fact]
    public async Task A_name_of_no_or_of_more_than_sixty_characters_is_refused()
    {
        await using var emulator = await TestEmulator.StartAsync();

        (await Modify(emulator.Alice, TestEmulator.PrivateNetwork, "")).Refused("InvalidParameter");
        (await Modify(emulator.Alice, TestEmulator.PrivateNetwork, new string('n', 61))).Refused("InvalidParameter");
        (await Modify(emulator.Alice, TestEmulator.PrivateNetwork, new string('n', 60))).Succeeds();
    }

    [Fact]
    public async Task Another_accounts_network_and_a_public_one_do_not_exist()
    {
        await using var emulator = await TestEmulator.StartAsync();

        (await Modify(emulator.Bob, TestEmulator.PrivateNetwork, "mine")).Refused("ResourceNotFound.PrivateInstanceNotFound");
        (await Modify(emulator.Alice, TestEmulator.PublicNetwork, "mine")).Refused("ResourceNotFound.PrivateInstanceNotFound");
    }

    private static Task<Answer> Modify(TestCaller caller, string id, string name) =>
        caller.CallAsync("ModifyPrivateNetworkInstance", $$"""{"NetworkInstanceId":"{{id}}","NetworkInstanceName":"{{name}}"}""");
}
