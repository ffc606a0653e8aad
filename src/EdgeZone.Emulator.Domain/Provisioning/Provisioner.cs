using EdgeZone.Emulator.Domain.Events;
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
    EventLog events)
{
    /// <summary>Does every step that is due by then, each at its own due time, in order, with the steps that follow from it.</summary>
    public void PlayUntil(DateTimeOffset now)
    {
        while (schedule.TryTake(now, out var step))
        {
            var instance = instances.Find(step.InstanceId)
                ?? throw new InvalidOperationException($"{step.Step} is due for instance {step.InstanceId}, which does not exist.");
            switch (step.Step)
            {
                case ProvisioningStep.AssignAddresses:
                    AssignAddresses(instance, step.Due);
                    break;
                case ProvisioningStep.InstallSystem:
                    InstallSystem(instance, step.Due);
                    break;
                case ProvisioningStep.WipeDisks:
                    WipeDisks(instance, step.Due);
                    break;
                default:
                    throw new InvalidOperationException($"There is no step {step.Step}.");
            }
        }
    }

    private void AssignAddresses(Instance instance, DateTimeOffset at)
    {
        var (assigned, missing) = new AddressAssignment(
            privateNetworks.Find(instance.PrivateNetworkId)!, publicNetworks.Find(instance.PublicNetworkId)!).Assign(instance, at);
        if (missing is not null)
        {
            assigned = assigned.After(InstanceTrigger.ProvisioningFailed);
            instances.Replace(assigned);
            Report(EventKind.InstanceFailed, instance, assigned.Status, at, missing);
            return;
        }

        instances.Replace(assigned);
        schedule.Begin(ProvisioningStep.InstallSystem, instance.InstanceId, at);
        Report(EventKind.AddressesAssigned, instance, assigned.Status, at, $"Assigned {string.Join(", ", AddressAssignment.AddressesOf(assigned))}");
    }

    private void InstallSystem(Instance instance, DateTimeOffset at)
    {
        var running = instance.After(InstanceTrigger.Provisioned);
        instances.Replace(running);
        traffic.Count(instance.AppId, instance.Zone, at, +1);
        Report(EventKind.SystemInstalled, instance, running.Status, at, $"Installed {instance.ImageId} {instance.VersionNumber}".TrimEnd());
    }

    private void WipeDisks(Instance instance, DateTimeOffset at)
    {
        var after = InstanceLifecycle.Next(instance.Status, InstanceTrigger.Wiped);
        machines.Of(instance.Zone, instance.InstanceType).FinishWiping(instance.MachineId);
        instances.Remove(instance);
        Report(EventKind.DisksWiped, instance, after, at, $"Wiped {instance.MachineId}, which is free again");
    }

    private void Report(EventKind kind, Instance instance, InstanceStatus? after, DateTimeOffset at, string detail) =>
        events.Add(kind, at, instance.InstanceId.ToString(), instance.Status.Word(), after?.Word(), detail);
}
