using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Faults;

/// <summary>Removes a fault rule; what it has done stays done.</summary>
/// <remarks>Field <c>id</c>: unknown.</remarks>
/// <param name="Id">The rule's id.</param>
public sealed record RemoveFault(string Id) : UseCase<FaultReading>
{
    internal override FaultReading Run(World world, DateTimeOffset now)
    {
        var removed = world.Faults.Find(Id);
        world.Faults.Remove(Id);
        world.Events.Add(EventKind.FaultsSet, now, Id, "added", after: null);
        return removed;
    }
}
