using EdgeZone.Emulator.Tests.Callers;

namespace EdgeZone.Emulator.Tests.Actions.PrivateNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79065</summary>
public class DeletePrivateNetworkInstanceTests
{
    [Fact]
    public async Task A_server_keeps_it_until_its_termination_is_accepted()
    {
        await using var emulator = await TestEmulator.StartAsync(durations: "Fast");
        var instance = await emulator.GivenInstanceAsync();
        var whileAllocating = await Delete(emulator.Alice);
        emulator.FinishWork();
        var whileRunning = await Delete(emulator.Alice);
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{instance}}"]}""")).Succeeds();

        var whileTerminating = await Delete(emulator.Alice);

        whileAllocating.Refused("ResourceInUse.PrivateInstanceInUse");
        Assert.Equal(
            $"Private network instance {TestEmulator.PrivateNetwork} is in use by 1 servers",
            whileRunning.Refused("ResourceInUse.PrivateInstanceInUse").Message);
        whileTerminating.Succeeds();
    }

    [Fact]
    public async Task What_was_deleted_can_be_created_anew_with_another_id()
    {
        await using var emulator = await TestEmulator.StartAsync();
        (await Delete(emulator.Alice)).Succeeds();

        var again = await Delete(emulator.Alice);
        var id = await emulator.Alice.GivenPrivateNetworkAsync(TestEmulator.Zone);

        again.Refused("ResourceNotFound.PrivateInstanceNotFound");
        Assert.NotEqual(TestEmulator.PrivateNetwork, id);
    }

    [Fact]
    public async Task Another_accounts_network_does_not_exist_even_when_it_is_in_use()
    {
        await using var emulator = await TestEmulator.StartAsync();
        await emulator.GivenInstanceAsync();

        (await Delete(emulator.Bob)).Refused("ResourceNotFound.PrivateInstanceNotFound");
    }

    private static Task<Answer> Delete(TestCaller caller, string id = TestEmulator.PrivateNetwork) =>
        caller.CallAsync("DeletePrivateNetworkInstance", $$"""{"NetworkInstanceId":"{{id}}"}""");
}
