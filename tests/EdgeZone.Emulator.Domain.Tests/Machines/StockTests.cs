using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.Tests.Machines;

public class StockTests
{
    private readonly World _world = new(options: new WorldOptions { MaximumMachines = 10 });

    [Fact]
    public void Free_machines_are_added_and_removed_bound_ones_stay()
    {
        _world.Create();

        Assert.Equal(new StockState(World.Guangzhou1, World.Medium, 3, 2, 1, 0, 0, 4), Set(2, null));
        Assert.Equal(new StockState(World.Guangzhou1, World.Medium, 1, 0, 1, 0, 0, 4), Set(0, null));
        Assert.Equal(new StockState(World.Guangzhou1, World.Medium, 10, 9, 1, 0, 0, 4), Set(9, null));
    }

    [Fact]
    public void Machines_that_came_back_can_be_removed_too()
    {
        var id = _world.CreateRunning();
        _world.Cloud.TerminateInstances(World.Alice, [id]);
        _world.Pass(2);

        Assert.Equal(0, Set(0, null).Machines);
        World.Refused("ResourceInsufficient", () => _world.Create());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(int.MaxValue)]
    public void No_more_machines_than_allowed(int free)
    {
        _world.Create();

        Assert.Equal("free", Assert.Throws<ControlException>(() => Set(free, null)).Field);
    }

    [Fact]
    public void A_quota_holds_for_every_account_also_for_a_later_one()
    {
        Set(null, 1);

        foreach (var account in new[] { World.Alice, World.Bob, 4711 })
        {
            var offers = _world.Cloud.DescribeInstanceTypes(account, World.Guangzhou1, null).Items;
            Assert.Equal(1u, offers.Single(offer => offer.InstanceType.Code == World.Medium).Quota);
        }
    }

    [Fact]
    public void A_model_can_be_brought_to_a_zone_that_had_none()
    {
        _world.Cloud.SetStock(World.Guangzhou1, World.OutOfStock, 1, null);

        _world.Create(World.Order(World.OutOfStock));
    }

    [Fact]
    public void Unknown_zones_and_models_are_named()
    {
        Assert.Equal(("zone", true), Refused(() => _world.Cloud.Stock(new ZoneCode("nowhere"), World.Medium)));
        Assert.Equal(("instanceType", true), Refused(() => _world.Cloud.SetStock(World.Guangzhou1, "BMS9", 1, null)));
    }

    [Fact]
    public void Disks_read_as_one_text()
    {
        var model = World.Seed.InstanceTypes[0];

        Assert.Equal("SSD-480G*2, SSD-960G*4", model.DiskType);
        Assert.Equal("", (model with { SystemDisk = DiskGroup.None, DataDisk = DiskGroup.None }).DiskType);
    }

    private static (string Field, bool IsNotFound) Refused(Action call)
    {
        var refusal = Assert.Throws<ControlException>(call);
        return (refusal.Field, refusal.IsNotFound);
    }

    [Fact]
    public void A_sandbox_does_not_begin_with_more_machines_than_it_may_have()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new World(options: new WorldOptions { MaximumMachines = 5 }));

        Assert.StartsWith("6 machines of BMS5.MEDIUM8 in ap-guangzhou-1 are more than the 5 allowed.", refusal.Message, StringComparison.Ordinal);
    }

    private StockState Set(int? free, uint? quota) => _world.Cloud.SetStock(World.Guangzhou1, World.Medium, free, quota);
}
