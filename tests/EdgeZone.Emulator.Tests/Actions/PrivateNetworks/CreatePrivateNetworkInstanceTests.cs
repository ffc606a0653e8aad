using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PrivateNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79090</summary>
public class CreatePrivateNetworkInstanceTests
{
    [Fact]
    public async Task What_was_ordered_is_what_is_shown()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var id = (await Create(emulator, "172.31.255.0", 24)).Succeeded().Text("NetworkInstanceId");

        var row = Assert.Single(
            (await emulator.CallAsync("DescribePrivateNetworkInstances", $$"""{"NetworkInstanceId":"{{id}}"}""")).Rows("PrivateNetworkInstanceSet"));
        Assert.StartsWith("ein-", id, StringComparison.Ordinal);
        Assert.Equal("172.31.255.0", row.Text("Network"));
        Assert.Equal(24, row.Number("Mask"));
        Assert.Equal(254, row.Number("AvailableIpCount"));
    }

    [Fact]
    public async Task The_name_is_checked_before_the_zone_the_zone_before_the_network_and_the_network_before_a_duplicate()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var name = await Create(emulator, "8.8.8.8", 99, "ap-nowhere-1", "");
        var zone = await Create(emulator, "8.8.8.8", 99, "ap-nowhere-1");
        var network = await Create(emulator, "8.8.8.8", 99, Seeded.Zone);

        Assert.Contains("`NetworkInstanceName`", name.Refused("InvalidParameter").Message, StringComparison.Ordinal);
        Assert.Contains("`ZoneId`", zone.Refused("InvalidParameter").Message, StringComparison.Ordinal);
        network.Refused("InvalidParameterValue.InvalidNetwork");
    }

    private static Task<Answer> Create(EmulatorApplication emulator, string network, long mask, string zone = Seeded.OtherZone, string name = "n") =>
        emulator.CallAsync(
            "CreatePrivateNetworkInstance", $$"""{"NetworkInstanceName":"{{name}}","ZoneId":"{{zone}}","Network":"{{network}}","Mask":{{mask}}}""");
}
