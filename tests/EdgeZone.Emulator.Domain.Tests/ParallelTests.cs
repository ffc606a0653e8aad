using System.Collections.Concurrent;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Tests;

public class ParallelTests
{
    private const int Callers = 64;
    private readonly World _world = new();

    [Fact]
    public void The_last_machine_goes_to_one_caller()
    {
        _world.Cloud.SetStock(World.Guangzhou1, World.Large, 1, null);

        var results = AtOnce(_ => _world.Create(World.Order(World.Large)).ToString());

        Assert.Equal((1, 63), (Successes(results), results.Count(result => result == ErrorCodes.ResourceInsufficient)));
        Assert.Equal(1, _world.Private().ServerCount);
    }

    [Fact]
    public void The_last_unit_of_quota_goes_to_one_caller()
    {
        _world.Cloud.CreateInstances(World.Alice, World.Order(count: 3));

        var results = AtOnce(_ => _world.Create().ToString());

        Assert.Equal((1, 63), (Successes(results), results.Count(result => result == ErrorCodes.InstanceQuota)));
    }

    [Fact]
    public void The_last_address_goes_to_one_caller()
    {
        _world.Cloud.ApplyPublicIps(World.Alice, World.PublicNetwork, 8, IpFamily.Ipv4);
        var others = Enumerable.Range(0, Callers).ToDictionary(
            caller => caller,
            caller => _world.Cloud.CreatePublicNetworkInstance(
                2000 + caller, new PublicNetworkOrder(World.Guangzhou1.ToString(), "p", "BGP", RouteMode.Static, null)));

        var results = AtOnce(caller => _world.Cloud.ApplyPublicIps(2000 + caller, others[caller], 1, IpFamily.Ipv4)[0]);

        Assert.Equal((1, 63), (Successes(results), results.Count(result => result == ErrorCodes.PublicIpInsufficient)));
    }

    [Fact]
    public void An_instance_is_given_back_once()
    {
        var id = _world.CreateRunning();

        var results = AtOnce(_ => _world.Cloud.TerminateInstances(World.Alice, [id]).Accepted[0].ToString());

        Assert.Equal(1, Successes(results));
        Assert.Equal(1, _world.Cloud.Stock(World.Guangzhou1, World.Medium).Wiping);
    }

    [Fact]
    public void An_account_gets_one_network_in_a_zone()
    {
        var results = AtOnce(_ => _world.Cloud.CreatePrivateNetworkInstance(
            World.Bob, new PrivateNetworkOrder(World.Guangzhou1.ToString(), "p", "10.0.0.0", 24)).ToString());

        Assert.Equal((1, 63), (Successes(results), results.Count(result => result == ErrorCodes.PrivateInstanceDuplicate)));
    }

    [Fact]
    public void Request_ids_are_never_given_twice()
    {
        ConcurrentBag<Guid> ids = [];
        AtOnce(_ =>
        {
            for (var i = 0; i < 100; i++)
            {
                ids.Add(_world.Cloud.RequestIdOf(_world.Cloud.TakeNumber()));
            }

            return "";
        });

        Assert.Equal(Callers * 100, ids.Distinct().Count());
    }

    [Fact]
    public void Time_that_passes_meanwhile_breaks_nothing()
    {
        _world.Cloud.SetStock(World.Guangzhou1, World.Medium, 100, 0);
        AtOnce(caller =>
        {
            var id = _world.Create();
            _world.Pass(caller % 4);
            _world.Cloud.DescribeInstances(World.Alice, new InstanceFilter(), World.All);
            return $"{(_world.Instance(id)!.Status == InstanceStatus.Allocating ? id : _world.Cloud.TerminateInstances(World.Alice, [id]).Accepted[0])}";
        });

        _world.Pass(60);
        var live = _world.Cloud.DescribeInstances(World.Alice, new InstanceFilter(), World.All);
        var stock = _world.Cloud.Stock(World.Guangzhou1, World.Medium);
        Assert.Equal((100, (int)live.TotalCount, 0), (stock.Machines, stock.Bound, stock.Wiping));
    }

    private static int Successes(IEnumerable<string> results) =>
        results.Count(result => result.Contains('-', StringComparison.Ordinal) || result.StartsWith("203.", StringComparison.Ordinal));

    /// <summary>Lets all callers go at the same moment, each on a thread of its own.</summary>
    private static List<string> AtOnce(Func<int, string> call)
    {
        using var barrier = new Barrier(Callers);
        var results = new string[Callers];
        var threads = Enumerable.Range(0, Callers).Select(caller => new Thread(() =>
        {
            barrier.SignalAndWait();
            try
            {
                results[caller] = call(caller);
            }
            catch (EdgeZoneException refusal)
            {
                results[caller] = refusal.Code;
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return [.. results];
    }
}
