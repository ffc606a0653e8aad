using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
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
        if (world.Schedule.Find(instance.Sequence) is not { } pending)
        {
            return new InstancePhases(InstanceId, instance.Status, Next: null, Current: null, []);
        }

        var (due, step) = pending;
        var began = new DateTimeOffset(step.Began, TimeSpan.Zero);
        var underWay = ProvisioningPhases.Of(step.Step, began, due);
        var next = new ScheduledStep(due, step.Step, InstanceId, began);
        return new InstancePhases(InstanceId, instance.Status, next, ProvisioningPhases.At(now, underWay), step.Step switch
        {
            ProvisioningStep.AssignAddresses => [.. underWay, .. world.Schedule.Plan(ProvisioningStep.InstallSystem, due)],
            ProvisioningStep.InstallSystem => [.. ProvisioningPhases.Of(ProvisioningStep.AssignAddresses, instance.CreatedTime, began), .. underWay],
            _ => underWay,
        });
    }
}
