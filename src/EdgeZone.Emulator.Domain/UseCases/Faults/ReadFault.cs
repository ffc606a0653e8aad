using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Faults;

/// <summary>A fault rule.</summary>
/// <remarks>Field <c>id</c>: unknown.</remarks>
/// <param name="Id">The rule's id.</param>
public sealed record ReadFault(string Id) : UseCase<FaultReading>
{
    internal override bool IsLook => true;

    internal override FaultReading Run(World world, DateTimeOffset now) => world.Faults.Find(Id);
}
