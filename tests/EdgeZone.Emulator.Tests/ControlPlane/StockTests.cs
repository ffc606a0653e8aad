using System.Net;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

public class StockTests
{
    private static readonly string Stock = ControlPlanePaths.Stock("default", Seeded.Zone, Seeded.Medium);

    [Fact]
    public async Task The_stock_shows_free_and_bound_machines()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.CallAsync("CreateInstances", EmulatorApplication.Order());
        Assert.Equal(
            """{"zone":"ap-guangzhou-1","type":"BMS5.MEDIUM8","machines":16,"free":15,"bound":1,"wiping":0,"rival":0,"quota":10}""",
            (await emulator.GetAsync(Stock)).ToJsonString());
    }

    [Theory]
    [InlineData("""{"free":2}""", 2, 10)]
    [InlineData("""{"quota":3}""", 16, 3)]
    [InlineData("""{"free":0,"quota":0}""", 0, 0)]
    [InlineData("""{"free":20,"quota":null}""", 20, 10)]
    public async Task Free_machines_and_quota_are_set_as_told(string change, int free, long quota)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.PutAsync(Stock, change);
        var stock = await emulator.Sandbox.GetStockAsync(Seeded.Zone, Seeded.Medium);
        Assert.Equal((free, quota), (stock.Free, stock.Quota));
    }

    [Fact]
    public async Task Without_a_free_machine_an_order_is_refused()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        await emulator.Sandbox.ChangeStockAsync(Seeded.Zone, Seeded.Medium, new StockChange { Free = 0 });
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
        var before = await emulator.Sandbox.GetStockAsync(Seeded.Zone, Seeded.Medium);
        var problem = await emulator.RefusalAsync(HttpStatusCode.BadRequest, HttpMethod.Put, Stock, body);
        Assert.Equal(field, (string?)problem["field"]);
        Assert.Equal(before, await emulator.Sandbox.GetStockAsync(Seeded.Zone, Seeded.Medium));
    }

    [Theory]
    [InlineData("nowhere", Seeded.Medium, "zone")]
    [InlineData(Seeded.Zone, "nothing", "type")]
    public async Task An_unknown_zone_or_type_is_not_found(string zone, string type, string field)
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        Assert.Equal(field, (await emulator.Sandbox.GetStockAsync(zone, type).RefusedAsync(HttpStatusCode.NotFound)).Field);
        var change = emulator.Sandbox.ChangeStockAsync(zone, type, new StockChange { Free = 1 });
        Assert.Equal(field, (await change.RefusedAsync(HttpStatusCode.NotFound)).Field);
    }
}
