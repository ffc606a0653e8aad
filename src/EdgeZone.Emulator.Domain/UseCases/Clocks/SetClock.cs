using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Clocks;

/// <summary>Changes how time passes from now on; the time itself does not jump. What is null stays as it is.</summary>
/// <remarks>Field <c>mode</c>, <c>rate</c> or <c>perDescribe</c>.</remarks>
/// <param name="Mode">How time passes.</param>
/// <param name="Rate">Seconds inside per second outside; needed by a scaled clock, by no other, and never without a mode.</param>
/// <param name="PerDescribe">By how much each Describe call of the API moves the clock before it looks, in every mode; zero moves it no longer.</param>
public sealed record SetClock(ClockMode? Mode, double? Rate = null, TimeSpan? PerDescribe = null) : UseCase<ClockReading>
{
    internal override ClockReading Run(World world, DateTimeOffset now)
    {
        var before = world.Clock.State;
        world.Clock.Set(Mode, Rate, PerDescribe);
        if (Mode is { } mode)
        {
            world.Events.Add(EventKind.ClockSet, now, "clock", $"{before.Mode}", $"{mode}");
        }

        if (PerDescribe is { } span)
        {
            world.Events.Add(EventKind.ClockSet, now, "clock", $"{before.PerDescribe:c}", $"{span:c}", "per Describe call");
        }

        return new ClockReading(world.Clock.State, world.NextDue);
    }
}
