using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>Does the work on machines when it is due.</summary>
internal sealed class Provisioner(
    ProvisioningSchedule schedule,
    InstanceRegistry instances,
    MachineInventory machines,
    NetworkRegistry<PrivateNetwork> privateNetworks,
    NetworkRegistry<PublicNetwork> publicNetworks,
    ZoneTraffic traffic,
    HappeningLog log)
{
    /// <summary>Does every step that is due by then, each at its own due time, in order, with the steps that follow from it.</summary>
    public void PlayUntil(DateTimeOffset now)
    {
        while (schedule.TryTake(now, out var step))
        {
            var instance = instances.Find(step.InstanceId)
                ?? throw new InvalidOperationException($"{step.Step} is due for instance {step.InstanceId}, which does not exist.");
            log.Add(step.Step switch
            {
                ProvisioningStep.AssignAddresses => AssignAddresses(instance, step.Due),
                ProvisioningStep.InstallSystem => InstallSystem(instance, step.Due),
                ProvisioningStep.WipeDisks => WipeDisks(instance, step.Due),
                _ => throw new InvalidOperationException($"There is no step {step.Step}."),
            });
        }
    }

    private Happening AssignAddresses(Instance instance, DateTimeOffset at)
    {
        var assigned = new AddressAssignment(privateNetworks.Find(instance.PrivateNetworkId)!, publicNetworks.Find(instance.PublicNetworkId)!).Assign(instance, at);
        if (assigned.Missing is { } missing)
        {
            var failed = assigned.Instance.After(InstanceTrigger.ProvisioningFailed);
            instances.Replace(failed);
            return Report(instance, failed.Status, ProvisioningStep.AssignAddresses, at, missing);
        }

        instances.Replace(assigned.Instance);
        schedule.Begin(ProvisioningStep.InstallSystem, instance.InstanceId, at);
        return Report(
            instance,
            instance.Status,
            ProvisioningStep.AssignAddresses,
            at,
            $"Assigned {string.Join(", ", AddressAssignment.AddressesOf(assigned.Instance))}");
    }

    private Happening InstallSystem(Instance instance, DateTimeOffset at)
    {
        var running = instance.After(InstanceTrigger.Provisioned);
        instances.Replace(running);
        traffic.Count(instance.AppId, instance.Zone, at, +1);
        return Report(instance, running.Status, ProvisioningStep.InstallSystem, at, $"Installed {instance.ImageId} {instance.VersionNumber}".TrimEnd());
    }

    private Happening WipeDisks(Instance instance, DateTimeOffset at)
    {
        var after = InstanceLifecycle.Next(instance.Status, InstanceTrigger.Wiped);
        machines.Of(instance.Zone, instance.InstanceType).FinishWiping(instance.MachineId);
        instances.Remove(instance);
        return Report(instance, after, ProvisioningStep.WipeDisks, at, $"Wiped {instance.MachineId}, which is free again");
    }

    private static Happening Report(Instance instance, InstanceStatus? to, ProvisioningStep step, DateTimeOffset at, string detail) =>
        new(at, step, instance.InstanceId, instance.Status, to, detail);
}
