using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.Tests.Instances;

public class CreateInstancesTests
{
    private readonly World _world = new();

    [Fact]
    public void A_new_instance_has_a_machine_at_once_and_addresses_only_when_they_are_due()
    {
        var id = _world.Create();

        var instance = _world.Instance(id)!;
        Assert.Matches("^ins-[a-z0-9]{8}$", id.ToString());
        Assert.Matches("^srv-[a-z0-9]{8}$", instance.MachineId);
        Assert.Equal(InstanceStatus.Allocating, instance.Status);
        Assert.Equal(OperateStatus.Normal, instance.OperateStatus);
        Assert.Equal(("", "", "", ""), ($"{instance.PrivateIp}", $"{instance.PrivateIpv6}", $"{instance.PublicIp}", $"{instance.PublicIpv6}"));
        Assert.Equal(World.Start, instance.CreatedTime);

        _world.Pass(1);
        instance = _world.Instance(id)!;
        Assert.Equal(("10.0.0.1", "203.0.113.10"), ($"{instance.PrivateIp}", $"{instance.PublicIp}"));
        Assert.Equal(InstanceStatus.Allocating, instance.Status);

        _world.Pass(2);
        Assert.Equal(InstanceStatus.Running, _world.Instance(id)!.Status);
    }

    [Fact]
    public void Installation_begins_when_the_addresses_were_due_not_when_somebody_looked()
    {
        var id = _world.Create();

        _world.Pass(3);

        Assert.Equal(InstanceStatus.Running, _world.Instance(id)!.Status);
    }

    [Fact]
    public void Ipv6_is_assigned_when_it_is_ordered()
    {
        var id = _world.CreateRunning(World.Order() with { EnableIpv6 = true });

        var instance = _world.Instance(id)!;
        Assert.Equal(("fd00::1", "2001:db8::10"), ($"{instance.PrivateIpv6}", $"{instance.PublicIpv6}"));
    }

    [Fact]
    public void Without_durations_everything_is_done_when_the_next_call_looks()
    {
        var world = new World(options: new WorldOptions { Durations = ProvisioningDurations.Instant });

        var id = world.Create();
        Assert.Equal(InstanceStatus.Running, world.Instance(id)!.Status);

        world.Cloud.TerminateInstances(World.Alice, [id]);
        Assert.Null(world.Instance(id));
    }

    [Fact]
    public void The_default_image_and_its_newest_version_are_installed_when_none_is_named()
    {
        var instance = _world.Instance(_world.Create())!;

        Assert.Equal(("img-centos-7.9", "7.9.2009"), (instance.ImageId, instance.VersionNumber));
    }

    [Fact]
    public void A_custom_image_has_no_version()
    {
        Assert.Equal("", _world.Instance(_world.Create(World.Order() with { ImageId = "img-hmk3il0q" }))!.VersionNumber);
        Refuse(
            World.Order() with { ImageId = "img-hmk3il0q", VersionNumber = "1" },
            "VersionNumber",
            "1",
            "image img-hmk3il0q is a custom image and has no versions");
    }

    [Fact]
    public void Without_a_name_the_id_is_the_name()
    {
        var id = _world.Create(World.Order() with { Name = null });

        Assert.Equal(id.ToString(), _world.Instance(id)!.Name);
    }

    [Fact]
    public void A_value_that_names_nothing_usable_is_refused_by_parameter_and_value()
    {
        Refuse(World.Order() with { Zone = new ZoneCode("ap-nowhere-1") }, "Zone", "ap-nowhere-1", "the zone does not exist or is not open to the account");
        Refuse(World.Order() with { Zone = new ZoneCode("100001") }, "Zone", "100001", "the zone does not exist or is not open to the account");
        Refuse(World.Order() with { Zone = World.Closed, InstanceType = World.Large },
            "Zone", World.Closed.ToString(), "the zone does not exist or is not open to the account");
        Refuse(World.Order() with { InstanceType = "BMS9" }, "InstanceType", "BMS9", "the instance type is not offered in zone ap-guangzhou-1");
        Refuse(World.Order() with { Zone = World.Guangzhou2 }, "InstanceType", World.Medium, "the instance type is not offered in zone ap-guangzhou-2");
        Refuse(World.Order() with { PrivateNetworkId = World.PublicNetwork },
            "PrivateNetworkId", World.PublicNetwork.ToString(), "the network instance does not exist");
        Refuse(World.Order() with { PublicNetworkId = new NetworkId("epn-00000000") },
            "PublicNetworkId", "epn-00000000", "the network instance does not exist");
        Refuse(World.Order(World.Large) with { Zone = World.Guangzhou2 },
            "PrivateNetworkId", World.PrivateNetwork.ToString(), "the network instance is in zone ap-guangzhou-1, not in ap-guangzhou-2");
        Refuse(World.Order() with { ImageId = "img-none" }, "ImageId", "img-none", "the image does not exist");
        Refuse(World.Order() with { VersionNumber = "6.0" }, "VersionNumber", "6.0", "image img-centos-7.9 has no such version");
    }

    [Fact]
    public void A_network_of_another_account_does_not_exist() =>
        World.Refused("InvalidParameterValue", () => _world.Cloud.CreateInstances(World.Bob, World.Order()));

    [Fact]
    public void An_order_over_the_quota_is_refused_as_a_whole()
    {
        _world.Cloud.CreateInstances(World.Alice, World.Order(count: 2));

        var refusal = World.Refused("LimitExceeded.InstanceQuota", () => _world.Cloud.CreateInstances(World.Alice, World.Order(count: 3)));

        Assert.Equal("Instance quota exceeded: quota 4, used 2, requested 3", refusal.Message);
        Assert.Equal(2, _world.Cloud.Stock(World.Guangzhou1, World.Medium).Bound);
    }

    [Fact]
    public void The_largest_count_overflows_nothing() =>
        World.Refused("LimitExceeded.InstanceQuota", () =>
        {
            _world.Create();
            _world.Cloud.CreateInstances(World.Alice, World.Order(count: int.MaxValue));
        });

    [Fact]
    public void A_quota_of_zero_limits_nothing_and_missing_machines_are_counted()
    {
        var reservation = _world.Cloud.CreateInstances(World.Alice, World.Order(World.Large, 5));

        Assert.Equal(3, reservation.InstanceIds.Count);
        Assert.Equal(2, reservation.FailedCount);
        Assert.Equal(3, _world.Private().ServerCount);
    }

    [Fact]
    public void An_order_that_finds_no_machine_leaves_nothing_behind()
    {
        var refusal = World.Refused("ResourceInsufficient", () => _world.Create(World.Order(World.OutOfStock)));

        Assert.Equal("Insufficient resources for BMI5.24XLARGE384 in ap-guangzhou-1", refusal.Message);
        Assert.Equal(0, _world.Private().ServerCount);
        Assert.Null(_world.Cloud.NextDue());
        Assert.Empty(_world.Cloud.BilledZones(World.Alice));
    }

    [Fact]
    public void The_first_instance_in_a_zone_switches_billing_on_there()
    {
        _world.Create();

        Assert.Equal([World.Guangzhou1], _world.Cloud.BilledZones(World.Alice));
    }

    [Fact]
    public void An_instance_for_which_no_address_is_left_ends_in_error_and_keeps_what_it_got()
    {
        _world.Cloud.ReleasePublicIps(World.Alice, World.PublicNetwork, IpFamily.Ipv4, ["203.0.113.11", "203.0.113.12", "203.0.113.13"]);
        var ids = _world.Cloud.CreateInstances(World.Alice, World.Order(count: 2)).InstanceIds;

        _world.Pass(60);

        Assert.Equal(InstanceStatus.Running, _world.Instance(ids[0])!.Status);
        var failed = _world.Instance(ids[1])!;
        Assert.Equal((InstanceStatus.Error, "10.0.0.2", ""), (failed.Status, $"{failed.PrivateIp}", $"{failed.PublicIp}"));
        Assert.Equal(2, _world.Public().ServerCount);
    }

    [Fact]
    public void Ipv6_in_a_network_without_it_ends_in_error()
    {
        var ids = _world.Cloud.CreateInstances(World.Alice, World.Order(count: 2) with { EnableIpv6 = true }).InstanceIds;

        _world.Pass(60);

        Assert.Equal(InstanceStatus.Running, _world.Instance(ids[0])!.Status);
        var failed = _world.Instance(ids[1])!;
        Assert.Equal((InstanceStatus.Error, "fd00::2", ""), (failed.Status, $"{failed.PrivateIpv6}", $"{failed.PublicIpv6}"));
    }

    [Fact]
    public void Jitter_makes_installations_differ_within_its_bounds()
    {
        var durations = ProvisioningDurations.Realistic;
        var world = new World(options: new WorldOptions { Durations = durations });
        world.Cloud.CreateInstances(World.Alice, World.Order(count: 4));

        var events = world.Cloud.Advance(AdvanceTarget.UntilIdle).Events;

        var ends = events.Where(happened => happened.After == "running").Select(happened => happened.At - World.Start).ToList();
        Assert.Equal(4, ends.Distinct().Count());
        Assert.All(ends, end => Assert.InRange(end, (durations.Network + durations.Install) * 0.8, (durations.Network + durations.Install) * 1.2));
    }

    private void Refuse(InstanceOrder order, string parameter, string value, string reason)
    {
        var refusal = World.Refused("InvalidParameterValue", () => _world.Create(order));
        Assert.Equal($"The value `{value}` of parameter `{parameter}` is invalid: {reason}.", refusal.Message);
    }
}
