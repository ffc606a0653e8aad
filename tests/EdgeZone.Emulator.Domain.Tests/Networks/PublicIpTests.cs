using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Paging;

namespace EdgeZone.Emulator.Domain.Tests.Networks;

public class PublicIpTests
{
    private readonly World _world = new();

    [Fact]
    public void Applied_addresses_come_from_the_zones_pool_and_are_unbound()
    {
        var ips = Apply(3);

        Assert.Equal(3, ips.Distinct().Count());
        Assert.All(ips, ip => Assert.StartsWith("203.0.113.", ip, StringComparison.Ordinal));
        Assert.All(ips, ip => Assert.Contains(_world.Ips(), row => row.Ip == ip && row.State == PublicIpState.Unbound && row.InstanceId == InstanceId.None));
        Assert.Equal(7, _world.Public().Ipv4Count);
    }

    [Fact]
    public void The_quota_counts_what_is_applied_for_already_and_refuses_the_whole_request()
    {
        Assert.Equal("IPv4 quota exceeded: quota 13, used 4, requested 10", World.Refused("LimitExceeded.QuotaExceeded", () => Apply(10)).Message);
        World.Refused("LimitExceeded.QuotaExceeded", () => Apply(long.MaxValue));
        World.Refused("LimitExceeded.Ipv6QuotaExceeded", () => Apply(8, IpFamily.Ipv6));

        Assert.Equal(9, Apply(9).Count);
        Assert.Equal(7, Apply(7, IpFamily.Ipv6).Count);
    }

    [Fact]
    public void Released_addresses_free_the_quota_again()
    {
        var ips = Apply(9);

        Release(IpFamily.Ipv4, [.. ips.Take(3)]);

        World.Refused("LimitExceeded.QuotaExceeded", () => Apply(4));
        Assert.Equal(3, Apply(3).Count);
    }

    [Fact]
    public void The_pool_is_shared_by_all_accounts()
    {
        var other = Static(World.Bob, World.Guangzhou1);
        _world.Cloud.ApplyPublicIps(World.Bob, other, 9, IpFamily.Ipv4);

        World.Refused("ResourceInsufficient.PublicIpInsufficient", () => Apply(1));
        _world.Cloud.ReleasePublicIps(World.Bob, other, IpFamily.Ipv4, [_world.Ips(other, World.Bob)[0].Ip]);
        Apply(1);
    }

    [Fact]
    public void A_quota_that_is_not_configured_refuses()
    {
        var chengdu = Static(World.Alice, World.Chengdu);
        var guangzhou = Static(World.Alice, World.Guangzhou2);

        World.Refused("LimitExceeded.QuotaNotConfigured", () => _world.Cloud.ApplyPublicIps(World.Alice, chengdu, 1, IpFamily.Ipv4));
        World.Refused("LimitExceeded.Ipv6QuotaNotConfigured", () => _world.Cloud.ApplyPublicIps(World.Alice, guangzhou, 1, IpFamily.Ipv6));
    }

    [Fact]
    public void A_zone_without_ipv6_addresses_has_none_to_apply_for()
    {
        var quotas = World.Seed.Accounts with { AddressQuotas = [new Accounts.AddressQuota(World.Guangzhou2, 1, 1)] };
        var world = new World(World.SeedWith(accounts: quotas, publicNetworks: []));
        var id = world.Cloud.CreatePublicNetworkInstance(World.Bob, new PublicNetworkOrder(World.Guangzhou2.ToString(), "p", "CT", RouteMode.Static, null));

        World.Refused("ResourceInsufficient.PublicIpv6Insufficient", () => world.Cloud.ApplyPublicIps(World.Bob, id, 1, IpFamily.Ipv6));
    }

    [Fact]
    public void An_unknown_or_foreign_network_is_a_wrong_parameter_when_applying()
    {
        World.Refused("InvalidParameter", () => _world.Cloud.ApplyPublicIps(World.Alice, new NetworkId("epn-none"), 1, IpFamily.Ipv4));
        World.Refused("InvalidParameter", () => _world.Cloud.ApplyPublicIps(World.Bob, World.PublicNetwork, 1, IpFamily.Ipv4));
    }

    [Fact]
    public void A_dynamic_network_refuses_applying_and_releasing()
    {
        var id = Dynamic();

        var refusal = World.Refused(
            "FailedOperation.NotSupportedForDynamicInstance", () => _world.Cloud.ApplyPublicIps(World.Bob, id, 1, IpFamily.Ipv4));
        Assert.Contains("OSPF", refusal.Message, StringComparison.Ordinal);
        World.Refused(
            "FailedOperation.NotSupportedForDynamicInstance", () => _world.Cloud.ReleasePublicIps(World.Bob, id, IpFamily.Ipv4, ["198.19.0.2"]));
    }

    [Fact]
    public void Releasing_is_refused_for_unknown_foreign_and_never_applied()
    {
        World.Refused(
            "ResourceNotFound.PublicInstanceNotFound",
            () => _world.Cloud.ReleasePublicIps(World.Alice, new NetworkId("epn-none"), IpFamily.Ipv4, ["203.0.113.10"]));
        World.Refused(
            "UnauthorizedOperation.PermissionDenied", () => _world.Cloud.ReleasePublicIps(World.Bob, World.PublicNetwork, IpFamily.Ipv4, ["203.0.113.10"]));
        World.Refused("InvalidParameterValue.PublicIpNotAvailable", () => Release(IpFamily.Ipv4, "203.0.113.10", "203.0.113.2"));
        World.Refused("InvalidParameterValue.PublicIpNotAvailable", () => Release(IpFamily.Ipv4, "2001:db8::10"));
        World.Refused("InvalidParameterValue.PublicIpv6NotAvailable", () => Release(IpFamily.Ipv6, "203.0.113.10"));

        Assert.Equal(4, _world.Public().Ipv4Count);
    }

    [Fact]
    public void A_bound_address_is_released_only_after_its_server_is_given_back()
    {
        var id = _world.CreateRunning();
        var bound = World.Refused("FailedOperation.IpStillBoundToServer", () => Release(IpFamily.Ipv4, "203.0.113.11", "203.0.113.10"));
        var unknown = World.Refused("InvalidParameterValue.PublicIpNotAvailable", () => Release(IpFamily.Ipv4, "203.0.113.10", "203.0.113.99"));
        Assert.Equal($"Public IP 203.0.113.10 is still bound to instance {id}", bound.Message);
        Assert.Equal($"Public IP 203.0.113.99 has not been applied for in public network instance {World.PublicNetwork}", unknown.Message);

        _world.Cloud.TerminateInstances(World.Alice, [id]);
        Release(IpFamily.Ipv4, "203.0.113.11", "203.0.113.10", "203.0.113.10");

        Assert.Equal(2, _world.Public().Ipv4Count);
    }

    [Fact]
    public void A_dynamic_network_shows_its_ranges_instead_of_addresses()
    {
        var id = Dynamic();

        Assert.Equal(
            [
                new PublicIpDescription("198.19.0.0/26", id, InstanceId.None, PublicIpState.Unbound, IpFamily.Ipv4, World.Start, World.Start),
                new PublicIpDescription("2001:db8:0:1::/96", id, InstanceId.None, PublicIpState.Unbound, IpFamily.Ipv6, World.Start, World.Start),
            ],
            _world.Ips(id, World.Bob));

        var privateId = _world.Cloud.CreatePrivateNetworkInstance(World.Bob, new PrivateNetworkOrder(World.Guangzhou1.ToString(), "p", "10.0.0.0", 24));
        _world.Create(World.Order() with { PrivateNetworkId = privateId, PublicNetworkId = id }, World.Bob);
        Assert.All(_world.Ips(id, World.Bob), row => Assert.Equal((PublicIpState.InUse, InstanceId.None), (row.State, row.InstanceId)));
    }

    [Fact]
    public void Rows_are_filtered_by_parts_of_ids_and_addresses_by_state_and_family()
    {
        _world.CreateRunning();

        Assert.Equal(["203.0.113.10"], List(new PublicIpFilter(States: [PublicIpState.InUse])));
        Assert.Equal(["2001:db8::10"], List(new PublicIpFilter(Families: [IpFamily.Ipv6])));
        Assert.Equal(["203.0.113.12", "2001:db8::10"], List(new PublicIpFilter(Ips: ["113.12", "DB8"])));
        Assert.Equal(5, List(new PublicIpFilter(["none", "public"])).Count);
        Assert.Empty(List(new PublicIpFilter(["none"])));
        Assert.Equal(5, List(new PublicIpFilter(Zone: "100001")).Count);
        Assert.Empty(List(new PublicIpFilter(Zone: World.Guangzhou2.ToString())));
        Assert.Equal(["203.0.113.11"], List(new PublicIpFilter(), new PageWindow(1, 1)));
    }

    [Fact]
    public void Rows_are_ordered_by_creation_or_by_change()
    {
        _world.Pass(1);
        var newest = Apply(1)[0];
        var changed = _world.CreateRunning();
        var bound = _world.Instance(changed)!.PublicIp.ToString();

        Assert.Equal(newest, List(new PublicIpFilter())[0]);
        Assert.Equal(newest, List(new PublicIpFilter(CreateOrder: SortOrder.Ascending))[^1]);
        Assert.Equal(bound, List(new PublicIpFilter(UpdateOrder: SortOrder.Descending))[0]);
        Assert.Equal(bound, List(new PublicIpFilter(UpdateOrder: SortOrder.Ascending))[^1]);
    }

    private NetworkId Static(long appId, ZoneCode zone) =>
        _world.Cloud.CreatePublicNetworkInstance(appId, new PublicNetworkOrder(zone.ToString(), "p", "CT", RouteMode.Static, null));

    private NetworkId Dynamic() =>
        _world.Cloud.CreatePublicNetworkInstance(World.Bob, new PublicNetworkOrder(World.Guangzhou1.ToString(), "p", "BGP", RouteMode.Ospf, 10));

    private IReadOnlyList<string> Apply(long count, IpFamily family = IpFamily.Ipv4) =>
        _world.Cloud.ApplyPublicIps(World.Alice, World.PublicNetwork, count, family);

    private void Release(IpFamily family, params string[] ips) => _world.Cloud.ReleasePublicIps(World.Alice, World.PublicNetwork, family, ips);

    private List<string> List(PublicIpFilter filter, PageWindow? window = null) =>
        [.. _world.Cloud.DescribePublicIps(World.Alice, filter, window ?? World.All).Items.Select(row => row.Ip)];
}
