using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Provisioning;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>Fills a fresh world without networks with what was written down. What contradicts itself is refused by its place.</summary>
internal static class WorldRestoring
{
    /// <exception cref="WorldStateException">The state contradicts itself.</exception>
    public static void Restore(this World world, WorldState state)
    {
        world.RestoreAccounts(state);
        world.RestoreMachines(state);
        world.RestorePrivateNetworks(state);
        world.RestorePublicNetworks(state);
        world.RestoreInstances(state);
        world.RestoreWorkFaults(state);
        world.RestorePending(state);
        for (var i = 0; i < state.Traffic.Count; i++)
        {
            var history = state.Traffic[i];
            world.Require(history.Zone, $"traffic[{i}].zone");
            world.Traffic.Add(history.AppId, history.Zone, history.Minutes);
        }

        world.RestoreFaults(state);
        world.PrivateNetworks.Created = state.Issued.PrivateNetworks;
        world.PublicNetworks.Created = state.Issued.PublicNetworks;
    }

    private static void RestoreAccounts(this World world, WorldState state)
    {
        foreach (var quota in state.Quotas)
        {
            world.Accounts.SetQuota(quota.Zone, quota.InstanceType, quota.Quota);
        }

        for (var i = 0; i < state.Accounts.Count; i++)
        {
            var account = world.Accounts.Get(state.Accounts[i].AppId);
            for (var j = 0; j < state.Accounts[i].BilledZones.Count; j++)
            {
                world.Require(state.Accounts[i].BilledZones[j], $"accounts[{i}].billedZones[{j}]");
                account.BillIn(state.Accounts[i].BilledZones[j]);
            }

            foreach (var quota in state.Accounts[i].Quotas)
            {
                account.Instances.SetQuota(quota.Zone, quota.InstanceType, quota.Quota);
            }
        }
    }

    private static void RestoreMachines(this World world, WorldState state)
    {
        for (var i = 0; i < state.Machines.Count; i++)
        {
            var free = state.Machines[i];
            world.Require(free.Zone, $"machines[{i}].zone");
            Require(world.InstanceTypes.ContainsKey(free.InstanceType), $"machines[{i}].instanceType", $"There is no instance type {free.InstanceType}.");
            Require(
                free.NeverBound >= 0 && free.NeverBound <= state.Options.MaximumMachines,
                $"machines[{i}].neverBound",
                $"{free.NeverBound} is not between 0 and {state.Options.MaximumMachines}.");
            world.Machines.Set(
                free.Zone, free.InstanceType, free.NeverBound, [.. free.Returned.Select((id, j) => world.MachineOf(id, $"machines[{i}].returned[{j}]"))]);
        }
    }

    private static void RestorePrivateNetworks(this World world, WorldState state)
    {
        for (var i = 0; i < state.PrivateNetworks.Count; i++)
        {
            var saved = state.PrivateNetworks[i];
            world.RequireNetwork(world.PrivateNetworks, saved.Id, saved.AppId, saved.Zone, $"privateNetworks[{i}]");
            world.PrivateNetworks.Add(new PrivateNetwork(
                saved.Id, saved.AppId, saved.Zone, saved.Name, saved.Subnet, saved.Sequence, saved.CreatedAt, saved.UpdatedAt));
        }
    }

    private static void RestorePublicNetworks(this World world, WorldState state)
    {
        for (var i = 0; i < state.PublicNetworks.Count; i++)
        {
            var (saved, path) = (state.PublicNetworks[i], $"publicNetworks[{i}]");
            var zone = ZoneCode.Of(saved.Order.Zone);
            world.RequireNetwork(world.PublicNetworks, saved.Id, saved.AppId, zone, path);
            var (ipv4, ipv6) = saved.Order.RouteMode == RouteMode.Static
                ? (new AppliedAddresses(IpFamily.Ipv4), new AppliedAddresses(IpFamily.Ipv6))
                : world.RangesOf(saved, path);
            var network = new PublicNetwork(
                saved.Id, saved.AppId, zone, saved.Order, ipv4, ipv6, saved.Sequence, saved.CreatedAt, saved.UpdatedAt);
            for (var j = 0; j < saved.Applied.Count; j++)
            {
                world.RestoreAddress(network, saved.Applied[j], $"{path}.applied[{j}].ip");
            }

            world.PublicNetworks.Add(network);
        }
    }

    private static (PublicAddresses Ipv4, PublicAddresses? Ipv6) RangesOf(this World world, PublicNetworkState saved, string path)
    {
        Require(saved.Ipv4Range is { Family: IpFamily.Ipv4 }, $"{path}.ipv4Range", $"A {saved.Order.RouteMode} network has an IPv4 range.");
        Require(saved.Ipv6Range is null or { Family: IpFamily.Ipv6 }, $"{path}.ipv6Range", $"{saved.Ipv6Range} is no IPv6 range.");
        Require(
            world.Addresses[ZoneCode.Of(saved.Order.Zone)].TryTakeRanges(saved.Ipv4Range!, saved.Ipv6Range),
            $"{path}.ipv4Range",
            $"The zone does not have {saved.Ipv4Range} {saved.Ipv6Range} free for it.");
        return (new AddressRange(saved.Ipv4Range!), saved.Ipv6Range is null ? null : new AddressRange(saved.Ipv6Range));
    }

    private static void RestoreAddress(this World world, PublicNetwork network, AppliedAddressState saved, string path)
    {
        var family = IpNotation.FamilyOf(saved.Ip);
        Require(IpNotation.TryParse(saved.Ip, family, out var address), path, $"'{saved.Ip}' is no address.");
        Require(
            network.Addresses(family) is AppliedAddresses applied && world.Addresses[network.Zone].StaticPool(family)?.TryTake(address) is true,
            path,
            $"Zone {network.Zone} does not have {saved.Ip} free for it.");
        network.AppliedOf(family).Add(address, saved.CreatedAt, saved.UpdatedAt);
    }

    /// <summary>The number of the machine of that id.</summary>
    public static long MachineOf(this World world, string id, string path)
    {
        var machine = world.Machines.NumberOf(id);
        Require(machine >= 0, path, $"No machine of this sandbox has the id {id}.");
        return machine;
    }

    private static void RestorePending(this World world, WorldState state)
    {
        HashSet<InstanceId> waiting = [];
        for (var i = 0; i < state.Pending.Count; i++)
        {
            var (step, path) = (state.Pending[i], $"pending[{i}]");
            var instance = world.Instances.Find(step.InstanceId)
                ?? throw new WorldStateException($"{path}.instanceId", $"There is no instance {step.InstanceId}.");
            Require(!Hangs(world, instance), $"{path}.instanceId", $"{step.InstanceId} hangs, and waits for nothing.");
            Require(step.Step == NextStepOf(instance), $"{path}.step", $"{step.Step} is not what comes next for an instance that is {instance.Status.Word()}.");
            Require(step.Began <= step.Due, $"{path}.began", $"{step.Began:O} is after {step.Due:O}, when it is due.");
            Require(waiting.Add(step.InstanceId), $"{path}.instanceId", $"Something is due for {step.InstanceId} twice.");
            world.Schedule.Add(step.Due, new PendingStep(instance.Sequence, step.Began.UtcTicks, step.Step));
        }

        var forgotten = state.Instances.FirstOrDefault(
            instance => NextStepOf(instance) is not null && !waiting.Contains(instance.InstanceId) && !Hangs(world, instance));
        Require(forgotten is null, "pending", $"Nothing is due for {forgotten?.InstanceId}, which waits for it.");
    }

    private static bool Hangs(World world, Instance instance) => world.Schedule.Faults.TryFind(instance.Sequence, out var fault) && fault.Hangs;

    /// <summary>What is to be done next with an instance; null for nothing.</summary>
    public static ProvisioningStep? NextStepOf(Instance instance) => instance.Status switch
    {
        InstanceStatus.Allocating => instance.PrivateIp == IpAddress.None ? ProvisioningStep.AssignAddresses : ProvisioningStep.InstallSystem,
        InstanceStatus.Terminating => ProvisioningStep.WipeDisks,
        _ => null,
    };

    private static void RequireNetwork<T>(this World world, NetworkRegistry<T> networks, NetworkId id, long appId, ZoneCode zone, string path)
        where T : NetworkInstance
    {
        world.Require(zone, $"{path}.zone");
        Require(networks.Find(id) is null, $"{path}.id", $"{id} is there twice.");
        Require(networks.FindInZone(appId, zone) is null, $"{path}.zone", $"Account {appId} has another network of this kind in {zone}.");
    }

    /// <summary>Refuses a zone that there is not.</summary>
    public static void Require(this World world, ZoneCode zone, string path) => Require(world.Zones.Find(zone) is not null, path, $"There is no zone {zone}.");

    /// <summary>Refuses what does not hold, by its place.</summary>
    public static void Require([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool holds, string path, string message)
    {
        if (!holds)
        {
            throw new WorldStateException(path, message);
        }
    }
}
