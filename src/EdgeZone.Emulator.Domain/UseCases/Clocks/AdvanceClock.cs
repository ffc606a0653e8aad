using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Clocks;

/// <summary>Moves the clock forward; what becomes due on the way happens at its own time, in order.</summary>
/// <remarks>Field <c>by</c> or <c>to</c>: backwards, or beyond year 9999. Field <c>instanceId</c>: unknown.</remarks>
/// <param name="Target">How far.</param>
public sealed record AdvanceClock(AdvanceTarget Target) : UseCase<AdvanceOutcome>
{
    internal override AdvanceOutcome Run(World world, DateTimeOffset now)
    {
        switch (Target)
        {
            case AdvanceTarget.Span by:
                world.MoveTo(EndOf(by.Value, now));
                break;
            case AdvanceTarget.Instant to:
                world.MoveTo(to.Value >= now ? to.Value : throw new ControlException("to", $"{to.Value:O} is before the sandbox's time, {now:O}."));
                break;
            case AdvanceTarget.NextEvent:
                MoveToNextDue(world);
                break;
            case AdvanceTarget.Idle:
                while (MoveToNextDue(world))
                {
                    continue;
                }

                break;
            case AdvanceTarget.Allocated until:
                if (world.Instances.Find(until.InstanceId) is null)
                {
                    throw new ControlException("instanceId", $"Instance {until.InstanceId} does not exist.", isNotFound: true);
                }

                while (IsStillAllocating(world, until.InstanceId) && MoveToNextDue(world))
                {
                    continue;
                }

                break;
            case AdvanceTarget.AllAllocated:
                while (world.Instances.Allocating > world.Schedule.Faults.HangingAllocations && MoveToNextDue(world))
                {
                    continue;
                }

                break;
        }

        var outcome = new AdvanceOutcome(now, world.Clock.Now, world.Events.First, world.Events.Total);
        world.Events.Add(EventKind.ClockMoved, outcome.To, "clock", $"{outcome.From:O}", $"{outcome.To:O}");
        return outcome;
    }

    // One that hangs will not change however long one waits.
    private static bool IsStillAllocating(World world, InstanceId instanceId) =>
        world.Instances.Find(instanceId) is { } instance
        && InstanceLifecycle.IsAllocating(instance.Status)
        && !(world.Schedule.Faults.TryFind(instance.Sequence, out var fault) && fault.Hangs);

    private static DateTimeOffset EndOf(TimeSpan span, DateTimeOffset from)
    {
        if (span < TimeSpan.Zero)
        {
            throw new ControlException("by", $"{span} is negative; a sandbox's time never runs backwards.");
        }

        return span <= DateTimeOffset.MaxValue - from ? from + span : throw new ControlException("by", $"{span} from {from:O} leads beyond year 9999.");
    }

    private static bool MoveToNextDue(World world)
    {
        if (world.NextDue is not { } due)
        {
            return false;
        }

        world.MoveTo(due);
        return true;
    }
}
