using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PrivateNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79065</summary>
public class DeletePrivateNetworkInstanceTests
{
    [Fact]
    public async Task A_server_keeps_it_until_its_termination_is_accepted()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Durations:Profile=Fast");
        var instance = await emulator.GivenInstanceAsync();
        var whileAllocating = await Delete(emulator.Alice);
        emulator.FinishWork();
        var whileRunning = await Delete(emulator.Alice);
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{instance}}"]}""")).Succeeded();

        var whileTerminating = await Delete(emulator.Alice);

        whileAllocating.Refused("ResourceInUse.PrivateInstanceInUse");
        Assert.Equal(
            $"Private network instance {Seeded.PrivateNetwork} is in use by 1 servers",
            whileRunning.Refused("ResourceInUse.PrivateInstanceInUse").Message);
        whileTerminating.Succeeded();
    }

    [Fact]
    public async Task What_was_deleted_can_be_created_anew_with_another_id()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        (await Delete(emulator.Alice)).Succeeded();

        var again = await Delete(emulator.Alice);
        var id = await emulator.Alice.GivenPrivateNetworkAsync(Seeded.Zone);

        again.Refused("ResourceNotFound.PrivateInstanceNotFound");
        Assert.NotEqual(Seeded.PrivateNetwork, id);
    }

    [Fact]
    public async Task Another_accounts_network_does_not_exist_even_when_it_is_in_use()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.GivenInstanceAsync();

        (await Delete(emulator.Bob)).Refused("ResourceNotFound.PrivateInstanceNotFound");
    }

    private static Task<Answer> Delete(TestCaller caller, string id = Seeded.PrivateNetwork) =>
        caller.CallAsync("DeletePrivateNetworkInstance", $$"""{"NetworkInstanceId":"{{id}}"}""");
}
