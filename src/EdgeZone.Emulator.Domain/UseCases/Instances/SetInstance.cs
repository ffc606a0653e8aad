using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Instances;

/// <summary>Brings an instance one step further in its life, or its machine into another power state; whoever owns it.</summary>
/// <remarks>Field <c>id</c>: unknown. Field <c>status</c> or <c>operateStatus</c>: not exactly one, or no step of the table.</remarks>
/// <param name="InstanceId">The instance.</param>
/// <param name="Status">The status that shall follow; null to leave it.</param>
/// <param name="OperateStatus">The power state that shall follow; null to leave it.</param>
public sealed record SetInstance(InstanceId InstanceId, InstanceStatus? Status, OperateStatus? OperateStatus) : UseCase<Instance>
{
    internal override Instance Run(World world, DateTimeOffset now)
    {
        var number = world.Instances.NumberOf(InstanceId);
        if (world.Instances.Row(number).Terms is null)
        {
            throw new ControlException("id", $"Instance {InstanceId} does not exist.", isNotFound: true);
        }

        switch (Status, OperateStatus)
        {
            case ({ } status, null):
                Step(world, number, status, now);
                break;
            case (null, { } power):
                Switch(world, number, power, now);
                break;
            default:
                throw new ControlException("status", "Exactly one of `status` and `operateStatus` is needed.");
        }

        return world.Instances.Find(InstanceId)!;
    }

    private void Step(World world, long number, InstanceStatus wanted, DateTimeOffset now)
    {
        var (terms, before) = (world.Instances.Row(number).Terms!, world.Instances.Row(number).Status);
        switch (InstanceLifecycle.TriggerOf(before, wanted))
        {
            case null:
                throw ControlException.Conflict(
                    "status", $"An instance that is {before.Word()} cannot become {wanted.Word()}, only {Words(InstanceLifecycle.After(before))}.");
            case InstanceTrigger.Provisioned:
                world.Provisioner.Complete(number, now);
                break;
            case InstanceTrigger.Terminated:
                TerminateInstances.GiveBack(world, world.Accounts.Get(terms.AppId), InstanceId, number, now, fault: null);
                break;
            case { } trigger:
                world.Schedule.Cancel(number);
                var after = world.Instances.Step(number, trigger);
                var traffic = (InstanceLifecycle.CausesTraffic(after) ? 1 : 0) - (InstanceLifecycle.CausesTraffic(before) ? 1 : 0);
                if (traffic != 0)
                {
                    world.Traffic.Count(terms.AppId, terms.Zone, now, traffic);
                }

                world.Events.Add(EventKind.StatusSet, now, InstanceId.ToString(), before.Word(), after.Word());
                break;
        }
    }

    private void Switch(World world, long number, OperateStatus wanted, DateTimeOffset now)
    {
        ref var row = ref world.Instances.Change(number);
        if (!PowerStates.HasPower(row.Status))
        {
            throw ControlException.Conflict(
                "operateStatus", $"The machine of an instance that is {row.Status.Word()} cannot be switched, only of one that is running.");
        }

        var before = row.OperateStatus;
        if (!PowerStates.After(before).Contains(wanted))
        {
            throw ControlException.Conflict(
                "operateStatus",
                $"A machine that is {before.Word()} cannot become {wanted.Word()}, only "
                    + $"{string.Join(", ", PowerStates.After(before).Select(state => state.Word()))}.");
        }

        row.OperateStatus = wanted;
        world.Events.Add(EventKind.StatusSet, now, InstanceId.ToString(), before.Word(), wanted.Word(), "power");
    }

    private static string Words(IEnumerable<InstanceStatus> statuses) =>
        string.Join(", ", statuses.Select(status => status.Word())) is { Length: > 0 } words ? words : "gone when its disks are wiped";
}
