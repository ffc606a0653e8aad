using CsCheck;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Provisioning;

namespace EdgeZone.Emulator.Domain.Tests.Walks;

public class InvariantTests
{
    [Fact]
    public void Whatever_is_called_nothing_is_held_twice_nothing_is_lost_and_all_counts_agree() => Step.Walk.Sample(
        steps =>
        {
            var world = new World();
            var walker = new Walker(world);
            var before = new Snapshot(world.Cloud);
            foreach (var step in steps)
            {
                var result = walker.Take(step);
                var after = new Snapshot(world.Cloud);
                AssertConsistent(after);
                AssertListedAsKept(world.Cloud, after);
                AssertStepsAreListed(before, after, step, result);
                before = after;
            }
        },
        iter: 150);

    [Fact]
    public void Giving_everything_back_leaves_nothing_taken() => Step.Walk.Sample(
        steps =>
        {
            var world = new World();
            var walker = new Walker(world);
            foreach (var step in steps)
            {
                walker.Take(step);
            }

            GiveEverythingBack(world);

            var empty = new Snapshot(world.Cloud);
            Assert.Empty(empty.Instances);
            Assert.Empty(empty.Ips);
            Assert.All(empty.Stocks, stock => Assert.Equal(stock.Machines, stock.Free));

            // Every address and range of the zone is there to be taken, which it would not be had one been lost.
            var network = world.Cloud.CreatePublicNetworkInstance(
                World.Alice, new PublicNetworkOrder(World.Guangzhou1.ToString(), "p", "BGP", RouteMode.Static, null));
            world.Cloud.ApplyPublicIps(World.Alice, network, 13, IpFamily.Ipv4);
            foreach (var account in new[] { World.Bob, 1003 })
            {
                world.Cloud.CreatePublicNetworkInstance(account, new PublicNetworkOrder(World.Guangzhou1.ToString(), "p", "BGP", RouteMode.Bgp, null));
            }
        },
        iter: 150);

    private static void GiveEverythingBack(World world)
    {
        world.Cloud.Advance(AdvanceTarget.UntilIdle);
        foreach (var account in Walker.Accounts)
        {
            if (world.Cloud.DescribeInstances(account, new InstanceFilter(), World.All).Items.Select(instance => instance.InstanceId)
                .ToList() is { Count: > 0 } ids)
            {
                Assert.Empty(world.Cloud.TerminateInstances(account, ids).Failed);
            }

            foreach (var network in world.Cloud.DescribePublicNetworkInstances(account, new NetworkFilter(), World.All).Items)
            {
                foreach (var family in network.RouteMode == RouteMode.Static ? Enum.GetValues<IpFamily>() : [])
                {
                    world.Cloud.ReleasePublicIps(
                        account, network.Id, family, [.. world.Ips(network.Id, account).Where(ip => ip.Family == family).Select(ip => ip.Ip)]);
                }

                world.Cloud.DeletePublicNetworkInstance(account, network.Id);
            }

            foreach (var network in world.Cloud.DescribePrivateNetworkInstances(account, new NetworkFilter(), World.All).Items)
            {
                Assert.Equal((1L << (32 - network.Mask)) - 2, network.AvailableIpCount);
                world.Cloud.DeletePrivateNetworkInstance(account, network.Id);
            }
        }

        world.Cloud.Advance(AdvanceTarget.UntilIdle);
    }

    private static void AssertConsistent(Snapshot now)
    {
        foreach (var stock in now.Stocks)
        {
            var instances = now.Instances.Where(instance => instance.Zone == stock.Zone && instance.InstanceType == stock.InstanceType).ToList();
            Assert.Equal(stock.Machines, stock.Free + stock.Bound + stock.Wiping);
            Assert.True(stock.Free >= 0);
            Assert.Equal(stock.Wiping, instances.Count(instance => instance.Status == InstanceStatus.Terminating));
            Assert.Equal(stock.Bound, instances.Count(instance => instance.Status != InstanceStatus.Terminating));
            foreach (var ofAccount in instances.Where(instance => InstanceLifecycle.HoldsQuota(instance.Status)).GroupBy(instance => instance.AppId))
            {
                Assert.True(stock.Quota is 0 || ofAccount.Count() <= stock.Quota);
            }
        }

        AssertDistinct(now.Instances.Select(instance => instance.InstanceId));
        AssertDistinct(now.Instances.Select(instance => instance.MachineId));
        AssertDistinct(
            now.Instances.Select(instance => $"{instance.PrivateNetworkId} {instance.PrivateIp}")
                .Where(address => address.Contains('.', StringComparison.Ordinal)));
        AssertDistinct(now.Instances.Select(instance => instance.PrivateIpv6).Where(address => address != IpAddress.None));
        AssertDistinct(now.Instances.Select(instance => instance.PublicIp).Where(address => address != IpAddress.None));
        AssertDistinct(now.Instances.Select(instance => instance.PublicIpv6).Where(address => address != IpAddress.None));
        AssertDistinct(now.Ips.Select(ip => ip.Ip));

        foreach (var (_, network) in now.Privates)
        {
            var servers = now.Instances.Where(instance => instance.PrivateNetworkId == network.Id).ToList();
            Assert.Equal(network.ServerCount, servers.Count(server => InstanceLifecycle.CountsAsServer(server.Status)));
            Assert.Equal(network.AvailableIpCount, (1L << (32 - network.Mask)) - 2 - servers.Count(server => server.PrivateIp != IpAddress.None));
        }

        foreach (var (_, network) in now.Publics)
        {
            Assert.Equal(network.ServerCount, now.Instances.Count(instance => instance.PublicNetworkId == network.Id));
            if (network.RouteMode == RouteMode.Static)
            {
                Assert.Equal(network.Ipv4Count + network.Ipv6Count, now.Ips.Count(ip => ip.NetworkId == network.Id));
            }
        }

        var bound = now.Ips.Where(ip => ip.InstanceId != InstanceId.None).Select(ip => (ip.InstanceId, ip.NetworkId, ip.Ip)).ToHashSet();
        var isStatic = now.Publics.Where(row => row.Network.RouteMode == RouteMode.Static).Select(row => row.Network.Id).ToHashSet();
        var shown = now.Instances
            .Where(instance => isStatic.Contains(instance.PublicNetworkId))
            .SelectMany(
                instance =>
                    new[] { instance.PublicIp, instance.PublicIpv6 }.Where(ip => ip != IpAddress.None)
                        .Select(ip => (instance.InstanceId, instance.PublicNetworkId, $"{ip}")))
            .ToHashSet();
        Assert.Equal(shown, bound);
    }

    // What was listed before may be listed again as the same object, but never as it no longer is.
    private static void AssertListedAsKept(EdgeCloud cloud, Snapshot now) => Assert.Equal(
        cloud.Save().Instances.OrderBy(instance => instance.Sequence),
        now.Instances.OrderBy(instance => instance.Sequence));

    private static void AssertStepsAreListed(Snapshot before, Snapshot after, Step step, string result)
    {
        var was = before.Instances.ToDictionary(instance => instance.InstanceId, instance => instance.Status);
        var became = after.Instances.ToDictionary(instance => instance.InstanceId, instance => instance.Status);
        foreach (var id in was.Keys.Union(became.Keys))
        {
            var from = was.TryGetValue(id, out var old) ? old : (InstanceStatus?)null;
            var to = became.TryGetValue(id, out var current) ? current : (InstanceStatus?)null;
            if (from != to)
            {
                Assert.True(
                    InstanceLifecycle.Table.Any(listed => listed.From == from && listed.To == to), $"{id} went from {from} to {to} in {step}: {result}");
            }
        }
    }

    private static void AssertDistinct<T>(IEnumerable<T> values)
    {
        HashSet<T> seen = [];
        Assert.All(values, value => Assert.True(seen.Add(value), $"{value} is held twice"));
    }
}
