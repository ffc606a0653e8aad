using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Paging;

namespace EdgeZone.Emulator.Domain.Tests.Networks;

public class PrivateNetworkTests
{
    private readonly World _world = new();

    [Fact]
    public void A_new_network_shows_what_was_ordered()
    {
        var id = Create("172.16.0.0", 28);

        Assert.Matches("^ein-[0-9a-f]{8}$", id.ToString());
        Assert.Equal(
            new PrivateNetworkDescription(id, "mine", World.Guangzhou2, "172.16.0.0", 28, 0, 14, World.Start, World.Start), _world.Private(id));
    }

    [Theory]
    [InlineData("10.0.0.0", 8, 16_777_214)]
    [InlineData("10.255.255.240", 28, 14)]
    [InlineData("172.16.0.0", 12, 1_048_574)]
    [InlineData("172.31.0.0", 16, 65_534)]
    [InlineData("172.31.255.0", 24, 254)]
    [InlineData("192.168.0.0", 16, 65_534)]
    public void The_private_blocks_can_be_had_whole_or_in_part(string network, long mask, long available)
    {
        var shown = _world.Private(Create(network, mask));

        Assert.Equal((network, mask, available), (shown.Network, shown.Mask, shown.AvailableIpCount));
    }

    [Theory]
    [InlineData("10.0.0.1", 24)]
    [InlineData("10.0.0.0", 7)]
    [InlineData("10.0.0.0", 29)]
    [InlineData("10.0.0.0", -1)]
    [InlineData("10.0.0.0", 4294967320)]
    [InlineData("172.16.0.0", 11)]
    [InlineData("172.32.0.0", 16)]
    [InlineData("192.168.0.0", 15)]
    [InlineData("192.169.0.0", 24)]
    [InlineData("8.8.8.0", 24)]
    [InlineData("10.0.0.0/8", 8)]
    [InlineData("10.0", 24)]
    [InlineData("10.0.0.128", 24)]
    [InlineData("10.0.0.0", 0)]
    [InlineData("10.0.0.0", long.MinValue)]
    [InlineData("10.0.0.0", long.MaxValue)]
    [InlineData("172.15.0.0", 16)]
    [InlineData("11.0.0.0", 24)]
    [InlineData("10.00.0.0", 24)]
    [InlineData("010.0.0.0", 24)]
    [InlineData("10.0.0.0/24", 24)]
    [InlineData("10.0.0", 24)]
    [InlineData("10", 24)]
    [InlineData("0x0A.0.0.0", 24)]
    [InlineData("10.0.0.256", 24)]
    [InlineData(" 10.0.0.0", 24)]
    [InlineData("10.0.0.0 ", 24)]
    [InlineData("10.0.0.0.0", 24)]
    [InlineData("fd00::", 24)]
    [InlineData("::ffff:10.0.0.0", 24)]
    [InlineData("", 24)]
    public void Any_other_is_not(string network, long mask) =>
        World.Refused("InvalidParameterValue.InvalidNetwork", () => Create(network, mask));

    [Fact]
    public void Each_account_has_one_in_a_zone_and_after_a_deletion_another_one()
    {
        var id = Create("10.0.0.0", 24);

        var refusal = World.Refused("FailedOperation.PrivateInstanceDuplicate", () => Create("10.1.0.0", 24));
        _world.Cloud.CreatePrivateNetworkInstance(World.Bob, new PrivateNetworkOrder(World.Guangzhou2.ToString(), "his", "10.0.0.0", 24));
        _world.Cloud.DeletePrivateNetworkInstance(World.Alice, id);

        Assert.Equal($"Private network instance {id} already exists in zone {World.Guangzhou2}", refusal.Message);
        World.Refused("ResourceNotFound.PrivateInstanceNotFound", () => _world.Cloud.DeletePrivateNetworkInstance(World.Alice, id));
        Assert.NotEqual(id, Create("10.1.0.0", 24));
    }

    [Fact]
    public void The_zone_may_be_named_by_its_number()
    {
        var id = _world.Cloud.CreatePrivateNetworkInstance(World.Alice, new PrivateNetworkOrder("100002", "mine", "10.0.0.0", 24));

        Assert.Equal(World.Guangzhou2, _world.Private(id).Zone);
        World.Refused("FailedOperation.PrivateInstanceDuplicate", () => Create("10.9.0.0", 24));
        Assert.Single(_world.Cloud.DescribePrivateNetworkInstances(World.Alice, new NetworkFilter(Zone: "100002"), World.All).Items);
    }

    [Fact]
    public void An_unknown_or_closed_zone_is_refused_before_the_network_is_checked()
    {
        foreach (var zone in new[] { "nowhere", World.Closed.ToString(), "2100080001", "0100002" })
        {
            var refusal = World.Refused(
                "InvalidParameter",
                () => _world.Cloud.CreatePrivateNetworkInstance(World.Alice, new PrivateNetworkOrder(zone, "mine", "10.0.0.1", 24)));
            Assert.Contains("`ZoneId`", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Servers_keep_it_from_being_deleted_until_they_are_given_back()
    {
        var id = _world.Create();
        World.Refused("ResourceInUse.PrivateInstanceInUse", () => _world.Cloud.DeletePrivateNetworkInstance(World.Alice, World.PrivateNetwork));
        _world.Pass(3);
        Assert.Equal((1, 253), (_world.Private().ServerCount, (int)_world.Private().AvailableIpCount));
        Assert.Equal(
            $"Private network instance {World.PrivateNetwork} is in use by 1 servers",
            World.Refused("ResourceInUse.PrivateInstanceInUse", () => _world.Cloud.DeletePrivateNetworkInstance(World.Alice, World.PrivateNetwork)).Message);

        _world.Cloud.TerminateInstances(World.Alice, [id]);
        _world.Cloud.DeletePrivateNetworkInstance(World.Alice, World.PrivateNetwork);
        _world.Pass(3);

        Assert.Empty(_world.Cloud.DescribePrivateNetworkInstances(World.Alice, new NetworkFilter(World.PrivateNetwork), World.All).Items);
    }

    [Fact]
    public void Only_its_owner_can_change_or_delete_it()
    {
        World.Refused("ResourceNotFound.PrivateInstanceNotFound", () => _world.Cloud.ModifyPrivateNetworkInstance(World.Bob, World.PrivateNetwork, "x"));
        World.Refused("ResourceNotFound.PrivateInstanceNotFound", () => _world.Cloud.DeletePrivateNetworkInstance(World.Bob, World.PrivateNetwork));
        _world.Pass(5);

        _world.Cloud.ModifyPrivateNetworkInstance(World.Alice, World.PrivateNetwork, "renamed");

        Assert.Equal(("renamed", World.Start, World.Start.AddSeconds(5)), (_world.Private().Name, _world.Private().CreatedAt, _world.Private().UpdatedAt));
    }

    [Fact]
    public void They_are_listed_newest_first_by_name_and_zone()
    {
        var newer = Create("10.1.0.0", 24);

        Assert.Equal([newer, World.PrivateNetwork], List(new NetworkFilter()));
        Assert.Equal([newer], List(new NetworkFilter(Name: "MIN")));
        Assert.Equal([World.PrivateNetwork], List(new NetworkFilter(Zone: World.Guangzhou1.ToString())));
        var page = _world.Cloud.DescribePrivateNetworkInstances(World.Alice, new NetworkFilter(), new PageWindow(1, 5));
        Assert.Equal((1, 2), (page.Items.Count, (int)page.TotalCount));
        Assert.Empty(_world.Cloud.DescribePrivateNetworkInstances(World.Bob, new NetworkFilter(), World.All).Items);
    }

    private IEnumerable<NetworkId> List(NetworkFilter filter) =>
        _world.Cloud.DescribePrivateNetworkInstances(World.Alice, filter, World.All).Items.Select(network => network.Id);

    private NetworkId Create(string network, long mask) =>
        _world.Cloud.CreatePrivateNetworkInstance(World.Alice, new PrivateNetworkOrder(World.Guangzhou2.ToString(), "mine", network, mask));
}
