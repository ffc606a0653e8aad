using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Instances;

/// <summary>Gives instances back: their addresses at once, their machines when the disks are wiped
/// (<see href="https://www.tencentcloud.com/document/api/1230/79074">TerminateInstances</see>).</summary>
/// <remarks>None could be given back: ResourceNotFound.Instance or UnsupportedOperation.InvalidInstanceState, whichever the first one met.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="InstanceIds">The instances, at least one.</param>
public sealed record TerminateInstances(long AppId, IReadOnlyList<InstanceId> InstanceIds) : UseCase<TerminationOutcome>
{
    internal override TerminationOutcome Run(World world, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfZero(InstanceIds.Count, nameof(InstanceIds));
        var account = world.Accounts.Get(AppId);
        List<InstanceId> accepted = [];
        List<FailedTermination> failed = [];
        EdgeZoneException? first = null;
        foreach (var id in InstanceIds.Distinct())
        {
            if (WhyNotTerminate(world, id) is { } refusal)
            {
                first ??= refusal;
                failed.Add(new FailedTermination(id, refusal.Code, refusal.Message));
            }
            else
            {
                Terminate(world, account, world.Instances.Find(id)!, now);
                accepted.Add(id);
            }
        }

        return accepted.Count > 0 ? new TerminationOutcome(accepted, failed) : throw first!;
    }

    private EdgeZoneException? WhyNotTerminate(World world, InstanceId id)
    {
        if (world.Instances.FindOwned(AppId, id) is not { } instance)
        {
            return Refusal.Instance.NotFound(id);
        }

        return InstanceLifecycle.CanTerminate(instance.Status) ? null : Refusal.Instance.CannotTerminate(id, instance.Status.Word());
    }

    private static void Terminate(World world, Account account, Instance instance, DateTimeOffset now)
    {
        var (privateNetwork, publicNetwork) = (world.PrivateNetworks.Find(instance.PrivateNetworkId)!, world.PublicNetworks.Find(instance.PublicNetworkId)!);
        var ended = new AddressAssignment(privateNetwork, publicNetwork).Release(instance, now).After(InstanceTrigger.Terminated);
        world.Instances.Replace(ended);
        if (InstanceLifecycle.CausesTraffic(instance.Status))
        {
            world.Traffic.Count(instance.AppId, instance.Zone, now, -1);
        }

        if (!InstanceLifecycle.CountsAsServer(ended.Status))
        {
            privateNetwork.Detach();
            publicNetwork.Detach();
        }

        if (!InstanceLifecycle.HoldsQuota(ended.Status))
        {
            account.Instances.GiveBack(instance.Zone, instance.InstanceType);
        }

        world.Machines.Of(instance.Zone, instance.InstanceType).StartWiping();
        world.Schedule.Begin(ProvisioningStep.WipeDisks, instance.InstanceId, now);
        world.Events.Add(EventKind.InstanceTerminated, now, instance.InstanceId.ToString(), instance.Status.Word(), ended.Status.Word());
    }
}
