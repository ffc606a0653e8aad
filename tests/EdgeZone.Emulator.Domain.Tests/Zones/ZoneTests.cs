using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Paging;

namespace EdgeZone.Emulator.Domain.Tests.Zones;

public class ZoneTests
{
    private readonly World _world = new();

    [Fact]
    public void Zones_are_listed_by_number_those_that_are_not_open_only_when_asked_for()
    {
        Assert.Equal([World.Guangzhou1, World.Guangzhou2, World.Chengdu], _world.Cloud.DescribeZones(World.Alice, true).Select(zone => zone.Code));
        Assert.Equal(World.Closed, _world.Cloud.DescribeZones(World.Alice, false)[^1].Code);
    }

    [Fact]
    public void Models_are_listed_by_zone_then_model_with_their_quota()
    {
        var offers = _world.Cloud.DescribeInstanceTypes(World.Alice, null, null).Items;

        Assert.Equal(
            [
                (World.Guangzhou1, World.OutOfStock, 4u),
                (World.Guangzhou1, World.Large, 0u),
                (World.Guangzhou1, World.Medium, 4u),
                (World.Guangzhou2, World.Large, 5u),
            ],
            offers.Select(offer => (offer.Zone, offer.InstanceType.Code, offer.Quota)));
    }

    [Fact]
    public void Models_can_be_asked_for_by_zone_and_page()
    {
        Assert.Single(_world.Cloud.DescribeInstanceTypes(World.Alice, World.Guangzhou2, null).Items);
        Assert.Empty(_world.Cloud.DescribeInstanceTypes(World.Alice, World.Closed, null).Items);
        Assert.Empty(_world.Cloud.DescribeInstanceTypes(World.Alice, new ZoneCode("nowhere"), null).Items);
        var page = _world.Cloud.DescribeInstanceTypes(World.Alice, null, new PageWindow(3, 2));
        Assert.Equal((1, 4L), (page.Items.Count, page.TotalCount));
    }

    [Fact]
    public void A_quota_does_not_shrink_with_use()
    {
        _world.Create();

        Assert.Equal(4u, _world.Cloud.DescribeInstanceTypes(World.Alice, World.Guangzhou1, null).Items[^1].Quota);
    }

    [Fact]
    public void Billing_can_be_switched_on_again_and_again()
    {
        _world.Cloud.CreateEdgeNodeService(World.Alice, World.Chengdu);
        _world.Cloud.CreateEdgeNodeService(World.Alice, World.Chengdu);

        Assert.Equal([World.Chengdu], _world.Cloud.BilledZones(World.Alice));
        Assert.Empty(_world.Cloud.BilledZones(World.Bob));
        World.Refused("ResourceNotFound.Zone", () => _world.Cloud.CreateEdgeNodeService(World.Alice, new ZoneCode("nowhere")));
        World.Refused("ResourceNotFound.Zone", () => _world.Cloud.CreateEdgeNodeService(World.Alice, World.Closed));
    }
}
