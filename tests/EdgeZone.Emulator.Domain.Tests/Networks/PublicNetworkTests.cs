using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.Tests.Networks;

public class PublicNetworkTests
{
    private readonly World _world = new();

    [Fact]
    public void A_static_network_has_the_addresses_applied_for_and_no_range()
    {
        var network = _world.Public();

        Assert.Equal((4, 1), (network.Ipv4Count, network.Ipv6Count));
        Assert.Null(network.Ipv4Segments);
        Assert.Null(network.Ipv6Segments);
    }

    [Fact]
    public void A_static_network_needs_no_quota()
    {
        var id = Create(World.Chengdu, RouteMode.Static);

        Assert.Matches("^epn-[0-9a-f]{8}$", id.ToString());
        Assert.Equal((0, 0), (_world.Public(id, World.Bob).Ipv4Count, _world.Public(id, World.Bob).Ipv6Count));
    }

    [Theory]
    [InlineData(RouteMode.Bgp)]
    [InlineData(RouteMode.Ospf)]
    public void A_dynamic_network_gets_ranges_whose_size_follows_the_quota(RouteMode mode)
    {
        var network = _world.Public(Create(World.Guangzhou1, mode), World.Bob);

        Assert.Equal([new PublicNetworkSegment("198.19.0.0/26", "198.19.0.1")], network.Ipv4Segments);
        Assert.Equal([new PublicNetworkSegment("2001:db8:0:1::/96", "2001:db8:0:1::1")], network.Ipv6Segments);
        Assert.Equal((61, -1), (network.Ipv4Count, network.Ipv6Count));
    }

    [Theory]
    [InlineData(1, "198.19.0.0/26", 61)]
    [InlineData(64, "198.19.0.0/26", 61)]
    [InlineData(65, "198.19.0.0/25", 125)]
    [InlineData(128, "198.19.0.0/25", 125)]
    public void A_larger_quota_gets_a_larger_range(int quota, string range, long hosts)
    {
        var world = new World(WithQuota(quota));

        var network = world.Public(world.Cloud.CreatePublicNetworkInstance(World.Bob, Order(World.Guangzhou1, RouteMode.Bgp)), World.Bob);

        Assert.Equal((range, hosts), (Assert.Single(network.Ipv4Segments!).Cidr, network.Ipv4Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(129)]
    [InlineData(int.MaxValue)]
    public void No_range_fits_any_other_quota(int quota) =>
        World.Refused(
            "InvalidParameter.InvalidQuota",
            () => new World(WithQuota(quota)).Cloud.CreatePublicNetworkInstance(World.Bob, Order(World.Guangzhou1, RouteMode.Bgp)));

    [Fact]
    public void Without_a_quota_there_is_no_range() =>
        World.Refused("LimitExceeded.QuotaNotConfigured", () => Create(World.Chengdu, RouteMode.Bgp));

    [Fact]
    public void A_range_returns_to_the_zone_when_its_network_is_deleted()
    {
        var first = Create(World.Guangzhou1, RouteMode.Bgp);
        var second = Create(World.Guangzhou1, RouteMode.Bgp, 1003);
        Assert.Equal("198.19.0.64/26", _world.Public(second, 1003).Ipv4Segments![0].Cidr);
        Assert.Equal("2001:db8:0:1:1::/96", _world.Public(second, 1003).Ipv6Segments![0].Cidr);
        World.Refused("ResourceInsufficient.NoAvailableCidr", () => Create(World.Guangzhou1, RouteMode.Bgp, 1004));

        _world.Cloud.DeletePublicNetworkInstance(World.Bob, first);

        var third = Create(World.Guangzhou1, RouteMode.Bgp, 1004);
        Assert.Equal("198.19.0.0/26", _world.Public(third, 1004).Ipv4Segments![0].Cidr);
        Assert.Equal("2001:db8:0:1::/96", _world.Public(third, 1004).Ipv6Segments![0].Cidr);
    }

    [Fact]
    public void A_zone_without_ipv6_gives_no_ipv6_range()
    {
        var world = new World(World.SeedWith(
            addressBlocks: [new AddressBlocks(World.Guangzhou1, null, Subnet.Parse("198.19.0.0/22"), null, null)], publicNetworks: []));

        var id = world.Cloud.CreatePublicNetworkInstance(World.Bob, Order(World.Guangzhou1, RouteMode.Bgp));

        Assert.Null(world.Public(id, World.Bob).Ipv6Segments);
        Assert.Equal(-1, world.Public(id, World.Bob).Ipv6Count);
    }

    [Fact]
    public void An_account_has_one_in_a_zone() =>
        World.Refused("FailedOperation.PublicInstanceDuplicate", () => Create(World.Guangzhou1, RouteMode.Bgp, World.Alice));

    [Fact]
    public void An_unknown_or_closed_zone_is_refused()
    {
        World.Refused("ResourceNotFound.ZoneNotFound", () => Create(new ZoneCode("nowhere"), RouteMode.Static));
        World.Refused("ResourceNotFound.ZoneNotFound", () => Create(World.Closed, RouteMode.Static));
    }

    [Fact]
    public void Applied_addresses_and_servers_keep_it_from_being_deleted()
    {
        World.Refused("ResourceInUse.PublicInstanceInUse", Delete);
        _world.Cloud.ReleasePublicIps(
            World.Alice, World.PublicNetwork, IpFamily.Ipv4, [.. _world.Ips().Where(ip => ip.Family == IpFamily.Ipv4).Select(ip => ip.Ip)]);
        World.Refused("ResourceInUse.PublicInstanceInUse", Delete);
        _world.Cloud.ReleasePublicIps(World.Alice, World.PublicNetwork, IpFamily.Ipv6, ["2001:db8::10"]);
        var id = _world.Create();
        World.Refused("ResourceInUse.PublicInstanceInUse", Delete);
        _world.Pass(3);
        Assert.Equal(
            $"Public network instance {World.PublicNetwork} is in use by 1 servers and 0 applied IPs",
            World.Refused("ResourceInUse.PublicInstanceInUse", Delete).Message);
        _world.Cloud.TerminateInstances(World.Alice, [id]);

        Delete();

        World.Refused("ResourceNotFound.PublicInstanceNotFound", () => _world.Public());
        void Delete() => _world.Cloud.DeletePublicNetworkInstance(World.Alice, World.PublicNetwork);
    }

    [Fact]
    public void Only_its_owner_finds_it()
    {
        World.Refused("ResourceNotFound.PublicInstanceNotFound", () => _world.Cloud.ModifyPublicNetworkInstance(World.Bob, World.PublicNetwork, "x"));
        World.Refused("ResourceNotFound.PublicInstanceNotFound", () => _world.Cloud.DeletePublicNetworkInstance(World.Bob, World.PublicNetwork));
        World.Refused("ResourceNotFound.PublicInstanceNotFound", () => _world.Public(appId: World.Bob));
        _world.Pass(1);

        _world.Cloud.ModifyPublicNetworkInstance(World.Alice, World.PublicNetwork, "renamed");

        Assert.Equal(("renamed", World.Start.AddSeconds(1)), (_world.Public().Name, _world.Public().UpdatedAt));
    }

    private static WorldSeed WithQuota(int quota) =>
        World.SeedWith(accounts: World.Seed.Accounts with { AddressQuotas = [new AddressQuota(World.Guangzhou1, quota, null)] }, publicNetworks: []);

    private static PublicNetworkOrder Order(ZoneCode zone, RouteMode mode) => new(zone.ToString(), "mine", "BGP", mode, null);

    private NetworkId Create(ZoneCode zone, RouteMode mode, long appId = World.Bob) => _world.Cloud.CreatePublicNetworkInstance(appId, Order(zone, mode));
}
