using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.Zones;

/// <summary>https://www.tencentcloud.com/document/api/1230/82543</summary>
public class CreateEdgeNodeServiceTests
{
    [Fact]
    public async Task It_switches_billing_on_in_one_zone_and_again_is_no_error()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Create(emulator, "ap-chengdu-1")).Succeeded();
        (await Create(emulator, "ap-chengdu-1")).Succeeded();

        Assert.Equal([new ZoneCode("ap-chengdu-1")], emulator.Cloud().Save().Accounts.SelectMany(account => account.BilledZones));
    }

    [Fact]
    public async Task An_empty_zone_is_a_missing_one()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = await Create(emulator, "");

        Assert.Equal("The request is missing a required parameter `Zone`.", answer.Refused("MissingParameter").Message);
    }

    [Theory]
    [InlineData("ap-nowhere-1")]
    [InlineData(Seeded.ClosedZone)]
    [InlineData("100001")]
    [InlineData("AP-GUANGZHOU-1")]
    public async Task A_zone_that_is_not_open_to_the_account_does_not_exist(string zone)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Equal($"Zone {zone} does not exist", (await Create(emulator, zone)).Refused("ResourceNotFound.Zone").Message);
    }

    private static Task<Answer> Create(EmulatorApplication emulator, string zone) =>
        emulator.CallAsync("CreateEdgeNodeService", $$"""{"Zone":"{{zone}}"}""");
}
