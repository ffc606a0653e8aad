using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PublicNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79087</summary>
public class DeletePublicNetworkInstanceTests
{
    [Fact]
    public async Task A_server_keeps_it_until_its_termination_is_accepted()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Durations:Profile=Fast");
        var instance = await emulator.GivenInstanceAsync();
        emulator.FinishWork();
        var whileRunning = await Delete(emulator.Alice);
        (await emulator.CallAsync("TerminateInstances", $$"""{"InstanceIds":["{{instance}}"]}""")).Succeeded();

        var whileTerminating = await Delete(emulator.Alice);

        Assert.Equal(
            $"Public network instance {Seeded.PublicNetwork} is in use by 1 servers and 0 applied IPs",
            whileRunning.Refused("ResourceInUse.PublicInstanceInUse").Message);
        whileTerminating.Succeeded();
    }

    [Theory]
    [InlineData("ipv4")]
    [InlineData("ipv6")]
    public async Task An_address_that_was_applied_for_keeps_a_static_one_though_no_server_uses_it(string type)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var network = await emulator.Alice.GivenPublicNetworkAsync();
        var ip = Assert.Single(await emulator.Alice.GivenAddressesAsync(network, 1, type));

        var whileApplied = await Delete(emulator.Alice, network);
        (await emulator.CallAsync(
            "ReleasePublicIp", $$"""{"NetworkInstanceId":"{{network}}","Type":"{{type}}","IpList":["{{ip}}"]}""")).Succeeded();

        whileApplied.Refused("ResourceInUse.PublicInstanceInUse");
        (await Delete(emulator.Alice, network)).Succeeded();
    }

    [Fact]
    public async Task Another_accounts_network_does_not_exist_even_when_it_is_in_use()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.GivenInstanceAsync();

        (await Delete(emulator.Bob)).Refused("ResourceNotFound.PublicInstanceNotFound");
    }

    private static Task<Answer> Delete(TestCaller caller, string id = Seeded.PublicNetwork) =>
        caller.CallAsync("DeletePublicNetworkInstance", $$"""{"NetworkInstanceId":"{{id}}"}""");
}
