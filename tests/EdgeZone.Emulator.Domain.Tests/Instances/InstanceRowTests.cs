using System.Runtime.CompilerServices;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.Tests.Instances;

/// <summary>What an instance costs while it exists.</summary>
public class InstanceRowTests
{
    private const int Many = 5_000;

    [Fact]
    public void It_is_as_large_as_the_page_about_the_architecture_says() => Assert.Equal(56, Unsafe.SizeOf<InstanceRow>());

    [Fact]
    public void Instances_of_equal_orders_share_everything_that_is_not_their_own()
    {
        var world = Filled(1);
        world.Cloud.CreateInstances(World.Alice, World.Order(World.Large) with { Name = new string("web") });
        world.Cloud.CreateInstances(World.Alice, World.Order(World.Large) with { Name = new string("web"), Zone = new ZoneCode(new string("ap-guangzhou-1")) });

        var items = world.Cloud.DescribeInstances(World.Alice, new InstanceFilter(Name: "web"), World.All).Items;

        Assert.All(items, instance => Assert.Same(items[0].Name, instance.Name));
        Assert.All(items, instance => Assert.Same(items[0].Zone.ToString(), instance.Zone.ToString()));
    }

    [Fact]
    public void A_fork_of_many_copies_none_of_them()
    {
        var (few, many) = (Filled(1), Filled(Many));

        Assert.InRange(LeastForkCost(many) - LeastForkCost(few), 0, Many * 2);
    }

    // A collection in between counts what it leaves unused of the thread's memory, and the first time something is made ready.
    private static long LeastForkCost(World world) => Enumerable.Range(0, 10).Min(_ => ForkCost(world));

    private static long ForkCost(World world)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(new EdgeCloud("fork", world.Cloud.Save(), world.Time));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static World Filled(int instances)
    {
        var world = new World(options: new WorldOptions());
        world.Cloud.SetStock(World.Guangzhou1, World.Large, instances + 2, null);
        world.Cloud.CreateInstances(World.Alice, World.Order(World.Large, instances));
        world.Pass(10);
        Assert.Null(world.Cloud.NextDue());
        return world;
    }
}
