using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Provisioning;
using static EdgeZone.Emulator.Domain.Worlds.WorldRestoring;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>Puts the fault rules that were written down into a world.</summary>
internal static class FaultRestoring
{
    /// <exception cref="WorldStateException">They contradict themselves.</exception>
    public static void RestoreFaults(this World world, WorldState state)
    {
        if (state.Faults is not { } faults)
        {
            return;
        }

        Require(faults.Made >= 0, "faults.made", $"{faults.Made} is negative.");
        Require(
            faults.Rules.Count <= state.Options.MaximumFaults,
            "faults.rules",
            $"{faults.Rules.Count} rules are more than the {state.Options.MaximumFaults} that may be.");
        HashSet<string> ids = [];
        for (var i = 0; i < faults.Rules.Count; i++)
        {
            var (reading, path) = (faults.Rules[i], $"faults.rules[{i}]");
            CheckRule(reading.Rule, $"{path}.rule");
            Require(reading.Rule.Id.Length > 0 && ids.Add(reading.Rule.Id), $"{path}.rule.id", $"'{reading.Rule.Id}' is empty, or there twice.");
            var counts = reading.Counts;
            Require(
                counts.Fired >= 0
                    && counts.Fired <= counts.Turns
                    && counts.Turns <= counts.Hits
                    && counts.Calls.Count <= Math.Min(counts.Fired, ActiveRule.MostCalls),
                $"{path}.counts",
                "What fired had its turn, what had its turn was hit, and no more calls are listed than it fired for.");
        }

        world.Faults.Restore(faults.Rules, faults.Made);
        Require(
            faults.Names.Count <= NamedFaults.MostNames,
            "faults.names",
            $"{faults.Names.Count} names are more than the {NamedFaults.MostNames} that are remembered.");
        Require(faults.Names.All(name => name.Calls > 0), "faults.names", "A name is counted that was never met.");
        world.NamedFaults.Restore(faults.Names);
        for (var i = 0; i < faults.Rivals.Count; i++)
        {
            world.RestoreRival(faults.Rivals[i], state.Options.MaximumMachines, $"faults.rivals[{i}]");
        }
    }

    private static void RestoreRival(this World world, RivalState saved, int most, string path)
    {
        world.Require(saved.Zone, $"{path}.zone");
        Require(
            saved.InstanceType.Length == 0 ? saved.NeverBound == 0 && saved.Returned.Count == 0 : world.InstanceTypes.ContainsKey(saved.InstanceType),
            $"{path}.instanceType",
            $"There is no instance type '{saved.InstanceType}'.");
        Require(saved.NeverBound >= 0 && saved.NeverBound <= most, $"{path}.neverBound", $"{saved.NeverBound} is not between 0 and {most}.");
        List<UInt128> addresses = [];
        for (var i = 0; i < saved.Addresses.Count; i++)
        {
            var ip = saved.Addresses[i];
            Require(
                IpNotation.TryParse(ip, IpFamily.Ipv4, out var address) && world.Addresses[saved.Zone].StaticPool(IpFamily.Ipv4)?.TryTake(address) is true,
                $"{path}.addresses[{i}]",
                $"Zone {saved.Zone} does not have {ip} free for it.");
            addresses.Add(address);
        }

        var rival = new Rival(
            saved.Zone,
            saved.InstanceType,
            saved.NeverBound,
            [.. saved.Returned.Select((id, i) => world.MachineOf(id, $"{path}.returned[{i}]"))],
            addresses,
            saved.Due,
            saved.Rule);
        if (rival.Machines > 0)
        {
            world.Machines.Of(saved.Zone, saved.InstanceType).CountAside(rival.Machines);
        }

        world.Rivals.Add(rival);
    }

    /// <summary>Before what is due: an instance that hangs waits for nothing.</summary>
    /// <exception cref="WorldStateException">It does not fit the instances.</exception>
    public static void RestoreWorkFaults(this World world, WorldState state)
    {
        for (var i = 0; i < state.Faults?.Work.Count; i++)
        {
            var ((id, fault), path) = (state.Faults.Work[i], $"faults.work[{i}]");
            var instance = world.Instances.Find(id) ?? throw new WorldStateException($"{path}.instanceId", $"There is no instance {id}.");
            Require(!world.Schedule.Faults.TryFind(instance.Sequence, out _), $"{path}.instanceId", $"{id} is there twice.");
            Require(
                fault.Factor is > 0 and <= FaultCheck.LargestFactor,
                $"{path}.fault.factor",
                $"{fault.Factor} is not above 0 and at most {FaultCheck.LargestFactor}.");
            var next = NextStepOf(instance);
            Require(
                fault.Step == next || (fault.Step == ProvisioningStep.InstallSystem && next == ProvisioningStep.AssignAddresses),
                $"{path}.fault.phase",
                $"{fault.Phase} is not to come for an instance that is {instance.Status.Word()}.");
            Require(
                fault.HangsFrom is null == fault.HangsTo is null && (fault.HangsFrom is null || (fault.Outcome == PhaseOutcome.Hangs && fault.Step == next)),
                $"{path}.fault.hangsFrom",
                "Only the step that comes next can hang, and it has both its ends.");
            Require(fault.HangsFrom is null || fault.HangsFrom <= fault.HangsTo, $"{path}.fault.hangsTo", $"{fault.HangsTo:O} is before {fault.HangsFrom:O}.");
            world.Schedule.Faults.Set(instance.Sequence, fault);
        }
    }

    private static void CheckRule(FaultRule rule, string path)
    {
        try
        {
            FaultCheck.Check(rule);
        }
        catch (ControlException e)
        {
            throw new WorldStateException($"{path}.{e.Field}", e.Message);
        }
    }
}
