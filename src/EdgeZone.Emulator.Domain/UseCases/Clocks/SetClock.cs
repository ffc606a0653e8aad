using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Clocks;

/// <summary>Changes how time passes from now on; the time itself does not jump.</summary>
/// <remarks>Field <c>rate</c> or <c>mode</c>.</remarks>
/// <param name="Mode">How time passes.</param>
/// <param name="Rate">Seconds inside per second outside; needed by a scaled clock, by no other.</param>
public sealed record SetClock(ClockMode Mode, double? Rate) : UseCase<ClockReading>
{
    internal override ClockReading Run(World world, DateTimeOffset now)
    {
        var before = world.Clock.State.Mode;
        world.Clock.Set(Mode, Rate);
        world.Events.Add(EventKind.ClockSet, now, "clock", $"{before}", $"{Mode}");
        return new ClockReading(world.Clock.State, world.Schedule.NextDue);
    }
}
