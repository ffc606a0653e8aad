using EdgeZone.Emulator.Domain.Addresses;
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
        while (schedule.TryTake(now, out var due, out var step))
        {
            var row = instances.Row(step.Number);
            if (row.Terms is null)
            {
                throw new InvalidOperationException($"{step.Step} is due for instance {instances.IdOf(step.Number)}, which does not exist.");
            }

            switch (step.Step)
            {
                case ProvisioningStep.AssignAddresses:
                    AssignAddresses(step.Number, row.Terms, due);
                    break;
                case ProvisioningStep.InstallSystem:
                    InstallSystem(step.Number, row.Terms, due);
                    break;
                case ProvisioningStep.WipeDisks:
                    WipeDisks(step.Number, row, due);
                    break;
                default:
                    throw new InvalidOperationException($"There is no step {step.Step}.");
            }
        }
    }

    /// <summary>Does at once all that is still to be done with an instance that is allocating, and nothing goes wrong with it.</summary>
    public void Complete(long number, DateTimeOffset at)
    {
        schedule.Cancel(number);
        if (instances.Row(number) is { PrivateIp: 0 } row)
        {
            AssignAddresses(number, row.Terms!, at);
            schedule.Cancel(number);
        }

        if (InstanceLifecycle.IsAllocating(instances.Row(number).Status))
        {
            InstallSystem(number, instances.Row(number).Terms!, at);
        }
    }

    private void AssignAddresses(long number, OrderTerms terms, DateTimeOffset at)
    {
        if (TryFail(number, ProvisioningStep.AssignAddresses, at))
        {
            return;
        }

        ref var row = ref instances.Change(number);
        var before = row.Status;
        var missing = AddressAssignment.Of(terms, privateNetworks, publicNetworks).Assign(number, ref row, at);
        if (missing is not null)
        {
            schedule.Faults.Clear(number);
            Report(EventKind.InstanceFailed, number, before, instances.Step(number, InstanceTrigger.ProvisioningFailed), at, missing);
            return;
        }

        if (schedule.Faults.Of(number, ProvisioningStep.AssignAddresses) is not null)
        {
            schedule.Faults.Clear(number);
        }

        schedule.Begin(ProvisioningStep.InstallSystem, number, at);
        Report(EventKind.AddressesAssigned, number, before, before, at, Assigned(row));
    }

    private void InstallSystem(long number, OrderTerms terms, DateTimeOffset at)
    {
        if (TryFail(number, ProvisioningStep.InstallSystem, at))
        {
            return;
        }

        schedule.Faults.Clear(number);
        var before = instances.Row(number).Status;
        var after = instances.Step(number, InstanceTrigger.Provisioned);
        traffic.Count(terms.AppId, terms.Zone, at, +1);
        Report(EventKind.SystemInstalled, number, before, after, at, terms.Installed);
    }

    private void WipeDisks(long number, in InstanceRow row, DateTimeOffset at)
    {
        var (terms, after) = (row.Terms!, InstanceLifecycle.Next(row.Status, InstanceTrigger.Wiped));
        var fault = schedule.Faults.Of(number, ProvisioningStep.WipeDisks);
        var stock = machines.Of(terms.Zone, terms.Model.Code);
        schedule.Faults.Clear(number);
        instances.Remove(number);
        if (fault is { Outcome: PhaseOutcome.Fails })
        {
            // Nobody gets a machine with somebody else's data on it.
            stock.LoseWiping();
            Report(
                EventKind.WipeFailed,
                number,
                row.Status,
                after,
                at,
                $"The wipe of {machines.IdOf(row.Machine)} failed, by {fault.Rule}: it is taken out of service");
            return;
        }

        stock.FinishWiping(row.Machine);
        Report(EventKind.DisksWiped, number, row.Status, after, at, $"Wiped {machines.IdOf(row.Machine)}, which is free again");
    }

    private bool TryFail(long number, ProvisioningStep step, DateTimeOffset at)
    {
        if (schedule.Faults.Of(number, step) is not { Outcome: PhaseOutcome.Fails } fault)
        {
            return false;
        }

        schedule.Faults.Clear(number);
        var before = instances.Row(number).Status;
        Report(
            EventKind.InstanceFailed,
            number,
            before,
            instances.Step(number, InstanceTrigger.ProvisioningFailed),
            at,
            $"Phase {fault.Phase.Word()} failed, by {fault.Rule}");
        return true;
    }

    private static string Assigned(in InstanceRow row)
    {
        var (privateIp, publicIp) = (IpNotation.Format(row.PrivateIp, IpFamily.Ipv4), IpNotation.Format(row.PublicIp, IpFamily.Ipv4));
        return row.Ipv6 is { } ipv6
            ? $"Assigned {privateIp}, {publicIp}, {IpNotation.Format(ipv6.Private, IpFamily.Ipv6)}, {IpNotation.Format(ipv6.Public, IpFamily.Ipv6)}"
            : $"Assigned {privateIp}, {publicIp}";
    }

    private void Report(EventKind kind, long number, InstanceStatus before, InstanceStatus? after, DateTimeOffset at, string detail) =>
        events.Add(kind, at, instances.IdOf(number).ToString(), before.Word(), after?.Word(), detail);
}
