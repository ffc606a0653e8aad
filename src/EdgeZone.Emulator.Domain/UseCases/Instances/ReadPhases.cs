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
        if (world.Schedule.Find(InstanceId) is not { } pending)
        {
            return new InstancePhases(InstanceId, null, []);
        }

        var underWay = ProvisioningPhases.Of(pending.Step, pending.Began, pending.Due);
        return new InstancePhases(InstanceId, ProvisioningPhases.At(now, underWay), pending.Step switch
        {
            ProvisioningStep.AssignAddresses => [.. underWay, .. world.Schedule.Plan(ProvisioningStep.InstallSystem, pending.Due)],
            ProvisioningStep.InstallSystem => [.. ProvisioningPhases.Of(ProvisioningStep.AssignAddresses, instance.CreatedTime, pending.Began), .. underWay],
            _ => underWay,
        });
    }
}
