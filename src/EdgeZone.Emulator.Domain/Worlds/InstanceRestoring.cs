using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using static EdgeZone.Emulator.Domain.Worlds.WorldRestoring;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>Puts the instances that were written down into a world that has their networks: machines, quotas and addresses follow from them.</summary>
internal static class InstanceRestoring
{
    // What is kept for the order of creation reaches from the oldest instance to the newest.
    private const long WidestSpan = 1 << 27;

    /// <exception cref="WorldStateException">They contradict one another or the networks.</exception>
    public static void RestoreInstances(this World world, WorldState state)
    {
        Require(
            state.Instances.Count == 0 || state.Instances.Max(instance => instance.Sequence) - state.Instances.Min(instance => instance.Sequence) <= WidestSpan,
            "instances",
            $"Their sequences are more than {WidestSpan} apart.");
        for (var i = 0; i < state.Instances.Count; i++)
        {
            var (instance, path) = (state.Instances[i], $"instances[{i}]");
            world.Require(instance.Zone, $"{path}.zone");
            Require(
                instance.Sequence < state.Issued.InstanceIds && world.InstanceIds.IdOf(instance.Sequence) == instance.InstanceId.ToString(),
                $"{path}.instanceId",
                $"{instance.InstanceId} is not the id of instance {instance.Sequence} of this sandbox.");
            Require(
                i == 0 || instance.Sequence > state.Instances[i - 1].Sequence,
                $"{path}.sequence",
                $"{instance.Sequence} does not come behind {state.Instances[Math.Max(0, i - 1)].Sequence}.");
            world.Machines.Of(instance.Zone, instance.InstanceType).CountTaken(isWiping: !InstanceLifecycle.CountsAsServer(instance.Status));
            if (InstanceLifecycle.HoldsQuota(instance.Status))
            {
                world.Accounts.Get(instance.AppId).Instances.Take(instance.Zone, instance.InstanceType);
            }

            if (InstanceLifecycle.CountsAsServer(instance.Status))
            {
                world.Attach(instance, path);
            }
            else
            {
                RequireNothing(instance, path);
            }

            world.Instances.Add(instance, world.MachineOf(instance.MachineId, $"{path}.machineId"));
        }
    }

    private static void Attach(this World world, Instance instance, string path)
    {
        var privateNetwork = world.PrivateNetworks.FindOwned(instance.AppId, instance.PrivateNetworkId)
            ?? throw new WorldStateException($"{path}.privateNetworkId", $"The account has no private network {instance.PrivateNetworkId}.");
        var publicNetwork = world.PublicNetworks.FindOwned(instance.AppId, instance.PublicNetworkId)
            ?? throw new WorldStateException($"{path}.publicNetworkId", $"The account has no public network {instance.PublicNetworkId}.");
        privateNetwork.Attach();
        publicNetwork.Attach();
        TakePrivate(privateNetwork.Addresses(IpFamily.Ipv4), instance.PrivateIp, IpFamily.Ipv4, $"{path}.privateIp");
        TakePrivate(privateNetwork.Addresses(IpFamily.Ipv6), instance.PrivateIpv6, IpFamily.Ipv6, $"{path}.privateIpv6");
        BindPublic(publicNetwork.Addresses(IpFamily.Ipv4), instance, instance.PublicIp, IpFamily.Ipv4, $"{path}.publicIp");
        BindPublic(publicNetwork.Addresses(IpFamily.Ipv6), instance, instance.PublicIpv6, IpFamily.Ipv6, $"{path}.publicIpv6");
    }

    // What an instance that was given back names no longer.
    private static void RequireNothing(Instance instance, string path)
    {
        string Refusal() => $"{instance.InstanceId} was given back and has no network and no address.";

        Require(instance.PrivateNetworkId == NetworkId.None, $"{path}.privateNetworkId", Refusal());
        Require(instance.PublicNetworkId == NetworkId.None, $"{path}.publicNetworkId", Refusal());
        Require(instance.PrivateIp == IpAddress.None, $"{path}.privateIp", Refusal());
        Require(instance.PrivateIpv6 == IpAddress.None, $"{path}.privateIpv6", Refusal());
        Require(instance.PublicIp == IpAddress.None, $"{path}.publicIp", Refusal());
        Require(instance.PublicIpv6 == IpAddress.None, $"{path}.publicIpv6", Refusal());
    }

    private static void TakePrivate(AddressPool pool, IpAddress ip, IpFamily family, string path)
    {
        if (ip != IpAddress.None)
        {
            Require(ip.Family == family && pool.IsFree(ip.Number), path, $"{ip} is not a free address of the network.");
            pool.Take(ip.Number);
        }
    }

    private static void BindPublic(PublicAddresses? addresses, Instance instance, IpAddress ip, IpFamily family, string path)
    {
        if (ip != IpAddress.None)
        {
            Require(ip.Family == family && addresses?.IsFree(ip.Number) is true, path, $"{ip} is not a free address of the network.");
            addresses!.Restore(ip.Number, instance.Sequence);
        }
    }
}
