using System.Net;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class StockTests
{
    private const string Stock = "/_emulator/sandboxes/default/zones/ap-guangzhou-1/types/BMS5.MEDIUM8";

    [Fact]
    public async Task The_stock_shows_free_and_bound_machines()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        Assert.Equal(
            """{"zone":"ap-guangzhou-1","type":"BMS5.MEDIUM8","machines":16,"free":15,"bound":1,"wiping":0,"quota":10}""",
            (await emulator.GetAsync(Stock)).ToJsonString());
    }

    [Theory]
    [InlineData("""{"free":2}""", 2, 10)]
    [InlineData("""{"quota":3}""", 16, 3)]
    [InlineData("""{"free":0,"quota":0}""", 0, 0)]
    [InlineData("""{"free":20,"quota":null}""", 20, 10)]
    public async Task Free_machines_and_quota_are_set_as_told(string change, int free, int quota)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.PutAsync(Stock, change);
        var stock = await emulator.GetAsync(Stock);
        Assert.Equal(free, (int)stock["free"]!);
        Assert.Equal(quota, (int)stock["quota"]!);
    }

    [Fact]
    public async Task Without_a_free_machine_an_order_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.PutAsync(Stock, """{"free":0}""");
        Assert.NotNull((await emulator.CallAsync("CreateInstances", EmulatorApplication.Order()))["Error"]);
    }

    [Theory]
    [InlineData("{}", "free")]
    [InlineData("""{"free":-1}""", "free")]
    [InlineData("""{"free":1000001}""", "free")]
    [InlineData("""{"free":99999999999}""", "free")]
    [InlineData("""{"free":1.5}""", "free")]
    [InlineData("""{"free":"2"}""", "free")]
    [InlineData("""{"free":true}""", "free")]
    [InlineData("""{"quota":-1}""", "quota")]
    [InlineData("""{"quota":4294967296}""", "quota")]
    [InlineData("""{"free":1,"quota":{}}""", "quota")]
    [InlineData("""{"free":1,"bound":1}""", "bound")]
    [InlineData("""{"free":-1,"quota":5}""", "free")]
    public async Task A_bad_change_is_refused_by_its_field(string body, string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var before = (await emulator.GetAsync(Stock)).ToJsonString();
        var problem = await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Put, Stock, body);
        Assert.Equal(field, (string?)problem["field"]);
        Assert.Equal(before, (await emulator.GetAsync(Stock)).ToJsonString());
    }

    [Theory]
    [InlineData("zones/nowhere/types/BMS5.MEDIUM8", "zone")]
    [InlineData("zones/ap-guangzhou-1/types/nothing", "type")]
    public async Task An_unknown_zone_or_type_is_not_found(string path, string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        var url = $"/_emulator/sandboxes/default/{path}";
        Assert.Equal(field, (string?)(await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Get, url))["field"]);
        Assert.Equal(field, (string?)(await emulator.RefusalAsync(HttpStatusCode.NotFound, HttpMethod.Put, url, """{"free":1}"""))["field"]);
    }
}
