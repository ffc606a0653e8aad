using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.PrivateNetworks;

/// <summary>https://www.tencentcloud.com/document/api/1230/79090</summary>
public class CreatePrivateNetworkInstanceTests
{
    [Theory]
    [InlineData("10.0.0.0", 8, 16_777_214)]
    [InlineData("10.255.255.240", 28, 14)]
    [InlineData("172.16.0.0", 12, 1_048_574)]
    [InlineData("172.31.255.0", 24, 254)]
    [InlineData("192.168.0.0", 16, 65_534)]
    public async Task The_private_blocks_can_be_had_whole_or_in_part(string network, int mask, long available)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var id = (await Create(emulator, network, mask)).Succeeded().Text("NetworkInstanceId");

        var row = Assert.Single((await emulator.CallAsync("DescribePrivateNetworkInstances", $$"""{"NetworkInstanceId":"{{id}}"}""")).Rows("PrivateNetworkInstanceSet"));
        Assert.StartsWith("ein-", id, StringComparison.Ordinal);
        Assert.Equal(network, row.Text("Network"));
        Assert.Equal(mask, row.Number("Mask"));
        Assert.Equal(available, row.Number("AvailableIpCount"));
    }

    [Theory]
    [InlineData("10.0.0.1", 24)]
    [InlineData("10.0.0.128", 24)]
    [InlineData("10.0.0.0", 7)]
    [InlineData("10.0.0.0", 29)]
    [InlineData("10.0.0.0", 0)]
    [InlineData("10.0.0.0", -1)]
    [InlineData("10.0.0.0", long.MinValue)]
    [InlineData("10.0.0.0", long.MaxValue)]
    [InlineData("10.0.0.0", 4_294_967_320)]
    [InlineData("172.16.0.0", 11)]
    [InlineData("172.32.0.0", 16)]
    [InlineData("172.15.0.0", 16)]
    [InlineData("192.168.0.0", 15)]
    [InlineData("192.169.0.0", 24)]
    [InlineData("11.0.0.0", 24)]
    [InlineData("8.8.8.0", 24)]
    [InlineData("10.00.0.0", 24)]
    [InlineData("010.0.0.0", 24)]
    [InlineData("10.0.0.0/24", 24)]
    [InlineData("10.0.0", 24)]
    [InlineData("10", 24)]
    [InlineData("0x0A.0.0.0", 24)]
    [InlineData("10.0.0.256", 24)]
    [InlineData(" 10.0.0.0", 24)]
    [InlineData("10.0.0.0 ", 24)]
    [InlineData("10.0.0.0.0", 24)]
    [InlineData("fd00::", 24)]
    [InlineData("::ffff:10.0.0.0", 24)]
    [InlineData("", 24)]
    public async Task What_is_no_private_subnet_in_its_usual_notation_is_an_invalid_network(string network, long mask)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        (await Create(emulator, network, mask)).Refused("InvalidParameterValue.InvalidNetwork");
    }

    [Fact]
    public async Task A_zone_has_one_for_each_account()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var first = await emulator.Alice.GivenPrivateNetworkAsync();

        var second = await Create(emulator, "10.9.0.0", 24);
        await emulator.Bob.GivenPrivateNetworkAsync();

        Assert.Equal(
            $"Private network instance {first} already exists in zone {Seeded.OtherZone}",
            second.Refused("FailedOperation.PrivateInstanceDuplicate").Message);
    }

    [Fact]
    public async Task The_same_subnet_may_be_used_in_two_zones()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        await emulator.Alice.GivenPrivateNetworkAsync(network: "10.0.0.0");
    }

    [Fact]
    public async Task A_zone_may_be_named_by_its_number_and_is_shown_by_its_code()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        await emulator.Alice.GivenPrivateNetworkAsync(zone: "100002");

        var rows = await emulator.CallAsync("DescribePrivateNetworkInstances", """{"ZoneId":"100002"}""");
        Assert.Equal([Seeded.OtherZone], rows.Column("PrivateNetworkInstanceSet", "ZoneId"));
        (await Create(emulator, "10.9.0.0", 24)).Refused("FailedOperation.PrivateInstanceDuplicate");
    }

    [Theory]
    [InlineData("ap-nowhere-1")]
    [InlineData(Seeded.ClosedZone)]
    [InlineData("2100080001")]
    [InlineData("0100002")]
    public async Task A_zone_that_is_not_open_to_the_account_is_an_invalid_parameter(string zone)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Contains("`ZoneId`", (await Create(emulator, "10.9.0.0", 24, zone)).Refused("InvalidParameter").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_is_judged_before_the_zone_the_zone_before_the_network_and_the_network_before_a_duplicate()
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
