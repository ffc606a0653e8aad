using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Paging;

namespace EdgeZone.Emulator.Domain.Tests.Instances;

public class DescribeInstancesTests
{
    private readonly World _world = new();

    [Fact]
    public void Newest_come_first_also_among_those_of_one_second()
    {
        var ids = _world.Cloud.CreateInstances(World.Alice, World.Order(count: 3)).InstanceIds;
        _world.Pass(1);
        var newest = _world.Create();

        Assert.Equal([newest, ids[2], ids[1], ids[0]], Ids(new InstanceFilter()));
    }

    [Fact]
    public void A_page_is_cut_out_of_all_matches()
    {
        var ids = _world.Cloud.CreateInstances(World.Alice, World.Order(count: 4)).InstanceIds;

        foreach (var filter in new[] { new InstanceFilter(), new InstanceFilter(ids), new InstanceFilter(Name: "we") })
        {
            var page = _world.Cloud.DescribeInstances(World.Alice, filter, new PageWindow(1, 2));
            Assert.Equal(4, page.TotalCount);
            Assert.Equal([ids[2], ids[1]], page.Items.Select(instance => instance.InstanceId));
            Assert.Empty(_world.Cloud.DescribeInstances(World.Alice, filter, new PageWindow(long.MaxValue, 100)).Items);
        }
    }

    [Fact]
    public void Conditions_must_all_hold_and_of_a_list_one_suffices()
    {
        var first = _world.CreateRunning(World.Order() with { Name = "Web-Server" });
        var second = _world.CreateRunning(World.Order() with { Name = "db" });
        var third = _world.Create(World.Order() with { Name = "web-cache" });

        Assert.Equal([third, first], Ids(new InstanceFilter(Name: "WEB")));
        Assert.Equal([second, first], Ids(new InstanceFilter(Statuses: [InstanceStatus.Running, InstanceStatus.Error])));
        Assert.Equal([first], Ids(new InstanceFilter(Name: "web", Statuses: [InstanceStatus.Running])));
        Assert.Equal([second], Ids(new InstanceFilter(PublicIps: ["203.0.113.11", "203.0.113.99"])));
        Assert.Equal([third, second, first], Ids(new InstanceFilter(PublicNetworkId: World.PublicNetwork, PrivateNetworkId: World.PrivateNetwork)));
        Assert.Empty(Ids(new InstanceFilter(Zone: World.Guangzhou2)));
        Assert.Equal([third, second, first], Ids(new InstanceFilter(Zone: World.Guangzhou1)));
        Assert.Equal([second], Ids(new InstanceFilter([second, third, second, new InstanceId("unknown")], Name: "db")));
    }

    [Fact]
    public void An_account_sees_only_its_own()
    {
        var id = _world.Create();

        Assert.Empty(_world.Cloud.DescribeInstances(World.Bob, new InstanceFilter(), World.All).Items);
        Assert.Empty(_world.Cloud.DescribeInstances(World.Bob, new InstanceFilter([id]), World.All).Items);
        Assert.Empty(_world.Cloud.DescribeInstances(4711, new InstanceFilter(), World.All).Items);
    }

    [Fact]
    public void What_was_returned_does_not_change_afterwards()
    {
        var id = _world.Create();
        var before = _world.Instance(id)!;

        _world.Pass(3);

        Assert.NotEqual(before, _world.Instance(id));
        Assert.Equal(InstanceStatus.Allocating, before.Status);
    }

    private IEnumerable<InstanceId> Ids(InstanceFilter filter) =>
        _world.Cloud.DescribeInstances(World.Alice, filter, World.All).Items.Select(instance => instance.InstanceId);
}
