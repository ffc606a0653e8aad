using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Tests.Instances;

public class ModifyInstanceAttributeTests
{
    private readonly World _world = new();

    [Fact]
    public void An_instance_can_be_renamed_unless_it_is_being_given_back()
    {
        var id = _world.Create();
        Modify(new InstanceChange(id, "new"));
        Assert.Equal("new", _world.Instance(id)!.Name);

        _world.Pass(3);
        _world.Cloud.TerminateInstances(World.Alice, [id]);
        World.Refused("FailedOperation", () => Modify(new InstanceChange(id, "newer")));
    }

    [Fact]
    public void The_old_address_stays_applied_and_both_rows_show_the_change()
    {
        var id = _world.CreateRunning();
        _world.Pass(10);

        Modify(new InstanceChange(id, NewPublicIp: "203.0.113.12"));

        Assert.Equal("203.0.113.12", $"{_world.Instance(id)!.PublicIp}");
        var rows = _world.Ips().ToDictionary(row => row.Ip);
        Assert.Equal((InstanceId.None, PublicIpState.Unbound, World.Start.AddSeconds(13)), Bound(rows["203.0.113.10"]));
        Assert.Equal((id, PublicIpState.InUse, World.Start.AddSeconds(13)), Bound(rows["203.0.113.12"]));
        Assert.Equal((InstanceId.None, PublicIpState.Unbound, World.Start), Bound(rows["203.0.113.11"]));
    }

    [Fact]
    public void The_same_address_again_changes_nothing()
    {
        var id = _world.CreateRunning();

        Modify(new InstanceChange(id, NewPublicIp: "203.0.113.10"));

        Assert.Equal(World.Start.AddSeconds(1), _world.Ips().Single(row => row.Ip == "203.0.113.10").UpdatedAt);
    }

    [Fact]
    public void An_ipv6_address_is_the_same_in_every_notation()
    {
        var id = _world.CreateRunning(World.Order() with { EnableIpv6 = true });
        var other = Assert.Single(_world.Cloud.ApplyPublicIps(World.Alice, World.PublicNetwork, 1, IpFamily.Ipv6));

        Modify(new InstanceChange(id, NewPublicIp: other.ToUpperInvariant(), IpFamily: IpFamily.Ipv6));

        Assert.Equal(other, $"{_world.Instance(id)!.PublicIpv6}");
        var refusal = World.Refused("InvalidParameter", () => Modify(new InstanceChange(id, NewPublicIp: "203.0.113.12", IpFamily: IpFamily.Ipv6)));
        Assert.Equal("The value `203.0.113.12` of parameter `NewPublicIp` is invalid: it is not an IPv6 address.", refusal.Message);
    }

    [Fact]
    public void A_refused_address_leaves_the_name_as_it_was()
    {
        var first = _world.CreateRunning();
        var second = _world.CreateRunning();

        World.Refused("InvalidParameter", () => Modify(new InstanceChange(first, "new", "203.0.113")));
        World.Refused("InvalidParameter", () => Modify(new InstanceChange(first, "new", "203.0.113.9")));
        World.Refused("FailedOperation", () => Modify(new InstanceChange(first, "new", $"{_world.Instance(second)!.PublicIp}")));

        Assert.Equal("web", _world.Instance(first)!.Name);
    }

    [Fact]
    public void Only_a_running_instance_can_change_its_address()
    {
        var id = _world.Create();
        _world.Pass(1);

        var refusal = World.Refused("FailedOperation", () => Modify(new InstanceChange(id, NewPublicIp: "203.0.113.12")));
        Assert.Equal($"Instance {id} is in allocating status, cannot change its public IP", refusal.Message);
    }

    [Fact]
    public void An_unknown_or_foreign_instance_does_not_exist()
    {
        var id = _world.CreateRunning();

        World.Refused("ResourceNotFound.Instance", () => Modify(new InstanceChange(new InstanceId("x"), "new")));
        World.Refused("ResourceNotFound.Instance", () => _world.Cloud.ModifyInstanceAttribute(World.Bob, new InstanceChange(id, "new")));
    }

    [Fact]
    public void In_a_range_any_free_host_can_be_chosen()
    {
        var privateId = _world.Cloud.CreatePrivateNetworkInstance(World.Bob, new PrivateNetworkOrder(World.Guangzhou1.ToString(), "p", "10.0.0.0", 24));
        var publicId = _world.Cloud.CreatePublicNetworkInstance(
            World.Bob, new PublicNetworkOrder(World.Guangzhou1.ToString(), "p", "BGP", RouteMode.Bgp, null));
        var id = _world.CreateRunning(World.Order() with { PrivateNetworkId = privateId, PublicNetworkId = publicId }, World.Bob);
        Assert.Equal("198.19.0.2", $"{_world.Instance(id, World.Bob)!.PublicIp}");

        _world.Cloud.ModifyInstanceAttribute(World.Bob, new InstanceChange(id, NewPublicIp: "198.19.0.62"));

        Assert.Equal("198.19.0.62", $"{_world.Instance(id, World.Bob)!.PublicIp}");
        foreach (var none in new[] { "198.19.0.1", "198.19.0.63", "198.19.0.64", "198.19.0.020", "198.19.20", "198.19.0.20/32", "2001:db8::20", "" })
        {
            World.Refused("InvalidParameter", () => _world.Cloud.ModifyInstanceAttribute(World.Bob, new InstanceChange(id, NewPublicIp: none)));
        }
    }

    private static (InstanceId InstanceId, PublicIpState State, DateTimeOffset UpdatedAt) Bound(PublicIpDescription row) =>
        (row.InstanceId, row.State, row.UpdatedAt);

    private void Modify(InstanceChange change) => _world.Cloud.ModifyInstanceAttribute(World.Alice, change);
}
