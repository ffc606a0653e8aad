using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PublicNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79087</summary>
public class DeletePublicNetworkInstanceTests
{
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
