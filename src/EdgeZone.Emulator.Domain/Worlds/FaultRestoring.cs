using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Faults;
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
                counts.Fired >= 0 && counts.Fired <= counts.Turns && counts.Turns <= counts.Hits && counts.Calls.Count <= Math.Min(counts.Fired, ActiveRule.MostCalls),
                $"{path}.counts",
                "What fired had its turn, what had its turn was hit, and no more calls are listed than it fired for.");
        }

        world.Faults.Restore(faults.Rules, faults.Made);
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
