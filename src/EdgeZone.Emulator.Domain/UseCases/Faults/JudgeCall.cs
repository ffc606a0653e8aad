using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Faults;

/// <summary>Judges a call by the fault rules before it is carried out, under its own number.</summary>
/// <param name="Call">What rules can know of it.</param>
public sealed record JudgeCall(CallFacts Call) : UseCase<StruckCall?>
{
    internal override StruckCall? Run(World world, DateTimeOffset now)
    {
        var judgement = new Judgement(Call.Machines);
        if (!world.Faults.Judge(Call, world.Events.Cause, now, judgement))
        {
            return null;
        }

        // A rule that only counted has changed as well.
        world.Events.Touch();
        var struck = judgement.Struck;
        foreach (var id in struck?.Rules ?? [])
        {
            world.Events.Add(EventKind.FaultFired, now, id, before: null, struck!.Word, Call.Action);
        }

        return struck;
    }
}
