using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Tests.Instances;

public class TerminateInstancesTests
{
    private readonly World _world = new();

    [Fact]
    public void Addresses_return_at_once_and_the_machine_when_it_is_wiped()
    {
        var id = _world.CreateRunning();
        var machine = _world.Instance(id)!.MachineId;

        _world.Cloud.TerminateInstances(World.Alice, [id]);

        var instance = _world.Instance(id)!;
        Assert.Equal((InstanceStatus.Terminating, "", ""), (instance.Status, $"{instance.PrivateIp}", $"{instance.PublicIp}"));
        Assert.Equal((NetworkId.None, NetworkId.None), (instance.PrivateNetworkId, instance.PublicNetworkId));
        Assert.Equal((0, 254), (_world.Private().ServerCount, (int)_world.Private().AvailableIpCount));
        Assert.Equal((0, 4), (_world.Public().ServerCount, (int)_world.Public().Ipv4Count));
        Assert.All(_world.Ips(), ip => Assert.Equal(PublicIpState.Unbound, ip.State));
        Assert.Equal((5, 0, 1), Stock());

        _world.Pass(2);
        Assert.Null(_world.Instance(id));
        Assert.Equal((6, 0, 0), Stock());
        Assert.Equal(machine, _world.Instance(_world.Create())!.MachineId);
    }

    [Fact]
    public void An_instance_being_wiped_no_longer_counts_against_the_quota()
    {
        var ids = _world.Cloud.CreateInstances(World.Alice, World.Order(count: 4)).InstanceIds;
        _world.Pass(3);

        _world.Cloud.TerminateInstances(World.Alice, ids);

        Assert.Equal(2, _world.Cloud.CreateInstances(World.Alice, World.Order(count: 4)).InstanceIds.Count);
    }

    [Fact]
    public void Part_of_a_batch_can_succeed()
    {
        var running = _world.CreateRunning();
        var allocating = _world.Create();

        var outcome = _world.Cloud.TerminateInstances(
            World.Alice, [allocating, running, new InstanceId("ins-unknown0"), running, new InstanceId("ins-unknown0")]);

        Assert.Equal([running], outcome.Accepted);
        Assert.Equal(
            [
                new FailedTermination(
                    allocating, "UnsupportedOperation.InvalidInstanceState", $"Instance {allocating} is in allocating status, cannot terminate"),
                new FailedTermination(new InstanceId("ins-unknown0"), "ResourceNotFound.Instance", "Instance ins-unknown0 does not exist"),
            ],
            outcome.Failed);
    }

    [Fact]
    public void When_none_succeeds_the_first_failure_is_the_error_of_the_call()
    {
        var allocating = _world.Create();

        World.Refused("UnsupportedOperation.InvalidInstanceState", () => _world.Cloud.TerminateInstances(World.Alice, [allocating, new InstanceId("x")]));
        Assert.Equal(
            "Instance x does not exist",
            World.Refused("ResourceNotFound.Instance", () => _world.Cloud.TerminateInstances(World.Alice, [new InstanceId("x"), allocating])).Message);
    }

    [Fact]
    public void An_instance_cannot_be_given_back_twice()
    {
        var id = _world.CreateRunning();
        _world.Cloud.TerminateInstances(World.Alice, [id]);

        var again = World.Refused("UnsupportedOperation.InvalidInstanceState", () => _world.Cloud.TerminateInstances(World.Alice, [id]));
        Assert.Equal($"Instance {id} is in terminating status, cannot terminate", again.Message);
    }

    [Fact]
    public void An_instance_of_another_account_does_not_exist()
    {
        var id = _world.CreateRunning();

        World.Refused("ResourceNotFound.Instance", () => _world.Cloud.TerminateInstances(World.Bob, [id]));
    }

    [Fact]
    public void An_instance_in_error_gives_back_what_it_got()
    {
        _world.Cloud.ReleasePublicIps(World.Alice, World.PublicNetwork, IpFamily.Ipv4, ["203.0.113.10", "203.0.113.11", "203.0.113.12", "203.0.113.13"]);
        var id = _world.Create();
        _world.Pass(1);
        Assert.Equal(InstanceStatus.Error, _world.Instance(id)!.Status);
        Assert.Equal(253, _world.Private().AvailableIpCount);

        _world.Cloud.TerminateInstances(World.Alice, [id]);

        Assert.Equal(254, _world.Private().AvailableIpCount);
    }

    private (int Free, int Bound, int Wiping) Stock()
    {
        var stock = _world.Cloud.Stock(World.Guangzhou1, World.Medium);
        return (stock.Free, stock.Bound, stock.Wiping);
    }
}
