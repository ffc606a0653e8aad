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
        var index = 0;
        foreach (var id in InstanceIds.Count == 1 ? InstanceIds : InstanceIds.Distinct())
        {
            index++;
            var number = world.Instances.FindOwned(AppId, id);
            if (WhyNotTerminate(world, id, number) is { } refusal)
            {
                first ??= refusal;
                failed.Add(new FailedTermination(id, refusal.Code, refusal.Message));
            }
            else
            {
                GiveBack(world, account, id, number, now, world.FaultyMachines?.WorkOf(index, isWipe: true));
                accepted.Add(id);
            }
        }

        return accepted.Count > 0 ? new TerminationOutcome(accepted, failed) : throw first!;
    }

    private static EdgeZoneException? WhyNotTerminate(World world, InstanceId id, long number)
    {
        if (number < 0)
        {
            return Refusal.Instance.NotFound(id);
        }

        var status = world.Instances.Row(number).Status;
        return InstanceLifecycle.CanTerminate(status) ? null : Refusal.Instance.CannotTerminate(id, status.Word());
    }

    /// <summary>Gives an instance back that can be.</summary>
    internal static void GiveBack(World world, Account account, InstanceId id, long number, DateTimeOffset now, WorkFault? fault)
    {
        ref var row = ref world.Instances.Change(number);
        var (terms, before) = (row.Terms!, row.Status);
        var (privateNetwork, publicNetwork) = (world.PrivateNetworks.Find(terms.PrivateNetworkId)!, world.PublicNetworks.Find(terms.PublicNetworkId)!);
        new AddressAssignment(privateNetwork, publicNetwork).Release(ref row, now);
        var after = world.Instances.Step(number, InstanceTrigger.Terminated);
        if (InstanceLifecycle.CausesTraffic(before))
        {
            world.Traffic.Count(terms.AppId, terms.Zone, now, -1);
        }

        if (!InstanceLifecycle.CountsAsServer(after))
        {
            privateNetwork.Detach();
            publicNetwork.Detach();
        }

        if (!InstanceLifecycle.HoldsQuota(after))
        {
            account.Instances.GiveBack(terms.Zone, terms.Model.Code);
        }

        world.Machines.Of(terms.Zone, terms.Model.Code).StartWiping();
        world.Events.Add(EventKind.InstanceTerminated, now, id.ToString(), before.Word(), after.Word());
        world.BeginFaulty(fault, number, now);
        world.Schedule.Begin(ProvisioningStep.WipeDisks, number, now);
    }
}
