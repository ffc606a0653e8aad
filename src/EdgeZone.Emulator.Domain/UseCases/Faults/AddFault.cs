using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Faults;

/// <summary>Adds a fault rule behind the others.</summary>
/// <remarks>Field <c>name</c>: taken. Field <c>faults</c>: as many as may be. Any other field: what is wrong with the rule.</remarks>
/// <param name="Rule">The rule.</param>
public sealed record AddFault(FaultRule Rule) : UseCase<FaultReading>
{
    internal override FaultReading Run(World world, DateTimeOffset now)
    {
        FaultCheck.Check(Rule);
        var added = world.Faults.Add(Rule);
        world.Events.Add(EventKind.FaultsSet, now, added.Rule.Id, before: null, "added");
        return added;
    }
}
