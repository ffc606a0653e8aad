using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Stocks;

/// <summary>The machines of a model in a zone.</summary>
/// <remarks>Field <c>zone</c> or <c>instanceType</c>: unknown.</remarks>
/// <param name="Zone">Code of the zone.</param>
/// <param name="InstanceType">Code of the model.</param>
public sealed record ReadStock(ZoneCode Zone, string InstanceType) : UseCase<StockState>
{
    internal override bool IsLook => true;

    internal override StockState Run(World world, DateTimeOffset now) => world.StockOf(Zone, InstanceType);
}
