using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Faults;

/// <summary>Removes all fault rules; what they have done stays done.</summary>
public sealed record ClearFaults : UseCase<int>
{
    internal override int Run(World world, DateTimeOffset now)
    {
        var count = world.Faults.Count;
        foreach (var id in world.Faults.All.Select(reading => reading.Rule.Id))
        {
            world.Events.Add(EventKind.FaultsSet, now, id, "added", after: null);
        }

        world.Faults.Clear();
        return count;
    }
}
