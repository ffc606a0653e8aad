using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Instances;

/// <summary>Which phase of its installation or its wipe an instance is in, and which there are; whoever owns it.</summary>
/// <remarks>Field <c>instanceId</c>: unknown.</remarks>
/// <param name="InstanceId">The instance.</param>
public sealed record ReadPhases(InstanceId InstanceId) : UseCase<InstancePhases>
{
    internal override bool IsLook => true;

    internal override InstancePhases Run(World world, DateTimeOffset now)
    {
        var instance = world.Instances.Find(InstanceId)
            ?? throw new ControlException("instanceId", $"Instance {InstanceId} does not exist.", isNotFound: true);
        var (schedule, number) = (world.Schedule, instance.Sequence);
        if (schedule.Find(number) is not var (due, step))
        {
            return schedule.Faults.TryFind(number, out var fault) && fault.Hangs
                ? Read(instance, next: null, fault.Step, fault.HangsFrom!.Value, fault.HangsTo!.Value, schedule, now)
                : new InstancePhases(InstanceId, instance.Status, Next: null, Current: null, []);
        }

        var began = new DateTimeOffset(step.Began, TimeSpan.Zero);
        return Read(instance, new ScheduledStep(due, step.Step, InstanceId, began), step.Step, began, due, schedule, now);
    }

    private static InstancePhases Read(
        Instance instance,
        ScheduledStep? next,
        ProvisioningStep step,
        DateTimeOffset began,
        DateTimeOffset due,
        ProvisioningSchedule schedule,
        DateTimeOffset now)
    {
        var number = instance.Sequence;
        var underWay = ProvisioningPhases.Of(step, began, due, schedule.Faults.Of(number, step));
        return new InstancePhases(instance.InstanceId, instance.Status, next, ProvisioningPhases.At(now, underWay), step switch
        {
            ProvisioningStep.AssignAddresses when next is not null && !Fails(schedule, number) =>
                [.. underWay, .. schedule.Plan(ProvisioningStep.InstallSystem, number, due)],
            ProvisioningStep.InstallSystem => [.. ProvisioningPhases.Of(ProvisioningStep.AssignAddresses, instance.CreatedTime, began), .. underWay],
            _ => underWay,
        });
    }

    private static bool Fails(ProvisioningSchedule schedule, long number) =>
        schedule.Faults.Of(number, ProvisioningStep.AssignAddresses) is { Outcome: PhaseOutcome.Fails };
}
