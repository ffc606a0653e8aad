using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.UseCases.Stocks;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.Actions.InstanceTypes;

/// <summary>https://www.tencentcloud.com/document/api/1230/79065</summary>
public class DescribeInstanceTypesTests
{
    [Fact]
    public async Task The_documented_rows()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = (await emulator.SendAsync(new Tc3Call("DescribeInstanceTypes", """{"Zone":"ap-guangzhou-1"}"""))).Succeeded();
        var other = (await emulator.SendAsync(new Tc3Call("DescribeInstanceTypes", """{"Zone":"ap-guangzhou-2"}"""))).Succeeded();

        var medium = answer["InstanceTypeQuotaSet"]!.AsArray().Single(type => (string?)type!["InstanceType"] == "BMS5.MEDIUM8")!;
        Assert.Equal(
            """{"Zone":"ap-guangzhou-1","InstanceType":"BMS5.MEDIUM8","InstanceFamily":"BM.S5","CpuCores":8,"CpuType":"6231C*2","MemoryGb":32,"SystemDiskType":"SSD","SystemDiskSize":480,"SystemDiskCount":2,"DataDiskType":"SSD","DataDiskSize":960,"DataDiskCount":4,"DiskType":"SSD-480G*2, SSD-960G*4","NetworkInterfaceType":"25G*2","GpuType":"","Quota":10}""",
            medium.ToJsonString());
        Assert.Equal(0, (int?)Assert.Single(other["InstanceTypeQuotaSet"]!.AsArray())!["Quota"]);
        Assert.Equal(1, (int?)other["TotalCount"]);
    }

    [Fact]
    public async Task All_zones_by_zone_and_type()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = (await emulator.CallAsync("DescribeInstanceTypes")).Succeeded();

        var rows = answer["InstanceTypeQuotaSet"]!.AsArray().Select(type => $"{type!["Zone"]} {type["InstanceType"]}").ToList();
        Assert.Equal(rows.Order(StringComparer.Ordinal), rows);
        Assert.Equal(rows.Count, (int?)answer["TotalCount"]);
        Assert.Contains("ap-guangzhou-1 BMG.H20X8", rows);
    }

    [Theory]
    [InlineData("ap-nowhere-1")]
    [InlineData("ap-beijing-tez-changchun-1")]
    public async Task A_zone_that_is_not_the_accounts_has_no_rows(string zone)
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var answer = (await emulator.SendAsync(new Tc3Call("DescribeInstanceTypes", $$"""{"Zone":"{{zone}}"}"""))).Succeeded();

        Assert.Empty(answer["InstanceTypeQuotaSet"]!.AsArray());
        Assert.Equal(0, (int?)answer["TotalCount"]);
    }

    [Fact]
    public async Task An_empty_zone_asks_nothing()
    {
        await using var emulator = await EmulatorApplication.StartAsync();

        var all = (await emulator.CallAsync("DescribeInstanceTypes")).Succeeded();
        var empty = (await emulator.SendAsync(new Tc3Call("DescribeInstanceTypes", """{"Zone":""}"""))).Succeeded();

        Assert.Equal(all["InstanceTypeQuotaSet"]!.ToJsonString(), empty["InstanceTypeQuotaSet"]!.ToJsonString());
    }

    [Theory]
    [InlineData("International", 24)]
    [InlineData("Union", 24)]
    [InlineData("Mainland", 20)]
    public async Task Without_a_page_every_row_but_on_the_mainland_the_first_twenty(string edition, int rows)
    {
        await using var emulator = await EmulatorApplication.StartAsync($"Api:Edition={edition}");
        string[] zones =
        [
            "ap-guangzhou-1", "ap-guangzhou-2", "ap-chengdu-1", "ap-guangzhou-tez-gz-1", "ap-chengdu-tez-cd-1", "ap-singapore-tez-shouer-1",
        ];
        foreach (var zone in zones)
        {
            foreach (var type in new[] { "BMS5.MEDIUM8", "BMS5.LARGE16", "BMI5.24XLARGE384", "BMG.H20X8" })
            {
                emulator.Cloud().Execute(new SetStock(new ZoneCode(zone), type, Free: null, Quota: 1));
            }
        }

        var answer = (await emulator.CallAsync("DescribeInstanceTypes")).Succeeded();

        Assert.Equal(rows, answer["InstanceTypeQuotaSet"]!.AsArray().Count);
        Assert.Equal(24, (int?)answer["TotalCount"]);
    }

    [Fact]
    public async Task Pages_are_the_newer_contracts()
    {
        await using var older = await EmulatorApplication.StartAsync();
        await using var newer = await EmulatorApplication.StartAsync("Api:Edition=Mainland");
        var call = new Tc3Call("DescribeInstanceTypes", """{"Offset":1,"Limit":2}""");

        (await older.SendAsync(call)).Refused("UnknownParameter", "The parameter `Offset` is not recognized.");
        var answer = (await newer.SendAsync(call)).Succeeded();
        Assert.Equal(2, answer["InstanceTypeQuotaSet"]!.AsArray().Count);
        Assert.True((int?)answer["TotalCount"] > 2);
        (await newer.SendAsync(call with { Body = """{"Limit":101}""" }))
            .Refused("InvalidParameter", "The value `101` of parameter `Limit` is not between 1 and 100.");
    }
}
