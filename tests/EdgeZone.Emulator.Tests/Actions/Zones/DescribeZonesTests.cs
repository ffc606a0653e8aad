using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.Zones;

/// <summary>https://www.tencentcloud.com/document/api/1230/79076</summary>
public class DescribeZonesTests
{
    [Fact]
    public async Task The_accounts_zones_of_all_regions_by_id()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = (await emulator.CallAsync("DescribeZones")).Succeeded();

        Assert.Equal(6, (int?)answer["TotalCount"]);
        Assert.Equal(
            """{"ZoneId":100001,"Zone":"ap-guangzhou-1","ZoneName":"广州一区","ZoneNameEn":"Guangzhou Zone 1","Region":"ap-guangzhou","Location":"asia_pacific_1","LocationName":"亚太1"}""",
            answer["ZoneSet"]![0]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        var ids = answer["ZoneSet"]!.AsArray().Select(zone => (long)zone!["ZoneId"]!).ToList();
        Assert.Equal(ids.Order(), ids);
        Assert.DoesNotContain("changchun", answer.Body);
    }

    [Fact]
    public async Task The_region_does_not_restrict_them()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        Assert.Equal(6, (int?)(await emulator.SendAsync(new Tc3Call("DescribeZones") { Region = "eu-frankfurt" })).Succeeded()["TotalCount"]);
    }

    [Fact]
    public async Task All_zones_in_the_newer_editions_by_wish()
    {
        await using var emulator = await EmulatorApplication.StartAsync("Api:Edition=Mainland");

        Assert.Equal(6, (int?)(await emulator.SendAsync(new Tc3Call("DescribeZones", """{"FilterByAppId":true}"""))).Succeeded()["TotalCount"]);
        Assert.Equal(7, (int?)(await emulator.SendAsync(new Tc3Call("DescribeZones", """{"FilterByAppId":false}"""))).Succeeded()["TotalCount"]);
    }
}
