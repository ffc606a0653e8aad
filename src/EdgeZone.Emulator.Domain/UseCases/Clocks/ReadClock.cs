using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Clocks;

/// <summary>The clock, and when the next step of provisioning is due.</summary>
public sealed record ReadClock : UseCase<ClockReading>
{
    internal override bool IsLook => true;

    internal override ClockReading Run(World world, DateTimeOffset now) => new(world.Clock.State, world.NextDue);
}
