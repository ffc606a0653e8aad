using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Faults;

/// <summary>The fault rules, in their order.</summary>
public sealed record ReadFaults : UseCase<IReadOnlyList<FaultReading>>
{
    internal override bool IsLook => true;

    internal override IReadOnlyList<FaultReading> Run(World world, DateTimeOffset now) => [.. world.Faults.All];
}
