using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.UseCases.Faults;

/// <summary>Looks for the fault rules that match a call before it is carried out, under its own number.</summary>
/// <param name="Call">What rules can know of it.</param>
public sealed record MatchFaults(CallFacts Call) : UseCase<StruckCall?>
{
    internal override StruckCall? Run(World world, DateTimeOffset now)
    {
        var faults = new MatchedFaults(Call.Machines);
        var counted = world.Faults.Match(Call, world.Events.Cause, now, faults);
        if (!(Named(world) is { } named && faults.TryAdd(named)) && !counted)
        {
            return null;
        }

        // A rule that only counted has changed as well.
        world.Events.Touch();
        var struck = faults.Struck;
        world.Matched = (world.Events.Cause, faults.ConcernsMachines ? faults : null);
        foreach (var id in struck?.Rules ?? [])
        {
            world.Events.Add(EventKind.FaultFired, now, id, before: null, struck!.Word, Call.Action);
        }

        if (struck?.Outcome?.Rival is { } rival && ZoneOf(world, rival) is { } zone)
        {
            world.Rivals.Take(rival, zone.Code, ModelOf(world, rival), struck.Rules[^1], now);
        }

        return struck;
    }

    private NamedFault? Named(World world) => world.Options.NamedFaults && Call.Action == FaultActions.Order
        && NamedFaults.Of(Call.InstanceName) is { } named
        && (named.Times is not { } times || world.NamedFaults.Count(Call.InstanceName!, times))
        ? named
        : null;

    private Zone? ZoneOf(World world, RivalFault rival) => (rival.Zone ?? Call.Zone) is { } zone ? world.Zones.FindByCodeOrId(zone) : null;

    private string? ModelOf(World world, RivalFault rival) =>
        (rival.InstanceType ?? Call.InstanceType) is { } type && world.InstanceTypes.ContainsKey(type) ? type : null;
}
