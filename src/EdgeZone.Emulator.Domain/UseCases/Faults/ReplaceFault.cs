using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Faults;

/// <summary>Puts a fault rule in the place of the one of its id; its counts begin anew.</summary>
/// <remarks>Field <c>id</c>: unknown. Any other field: what is wrong with the rule.</remarks>
/// <param name="Rule">The rule.</param>
public sealed record ReplaceFault(FaultRule Rule) : UseCase<FaultReading>
{
    internal override FaultReading Run(World world, DateTimeOffset now)
    {
        FaultCheck.Check(Rule);
        var replaced = world.Faults.Replace(Rule);
        world.Events.Add(EventKind.FaultsSet, now, Rule.Id, "added", "replaced");
        return replaced;
    }
}
