using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Instances;

/// <summary>Work that goes wrong from its beginning.</summary>
internal static class FaultyWork
{
    /// <summary>Decides what goes wrong with the work on an instance that is about to begin; nothing for null.</summary>
    public static void BeginFaulty(this World world, WorkFault? fault, long number, DateTimeOffset now)
    {
        if (fault is not null)
        {
            world.Schedule.Faults.Set(number, fault);
            world.Events.Add(
                EventKind.WorkFaulted, now, world.Instances.IdOf(number).ToString(), fault.Phase.Word(), fault.Word, $"by {fault.Rule}");
        }
    }
}
