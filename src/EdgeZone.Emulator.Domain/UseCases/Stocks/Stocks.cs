using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Stocks;

/// <summary>What the commands on stock share.</summary>
internal static class Stocks
{
    /// <summary>The machines of a model in a zone.</summary>
    /// <exception cref="ControlException">Field <c>zone</c> or <c>instanceType</c>: unknown.</exception>
    public static StockState StockOf(this World world, ZoneCode zone, string type)
    {
        if (world.Zones.Find(zone) is null)
        {
            throw new ControlException("zone", $"Zone {zone} does not exist.", isNotFound: true);
        }

        if (!world.InstanceTypes.ContainsKey(type))
        {
            throw new ControlException("instanceType", $"Instance type {type} does not exist.", isNotFound: true);
        }

        var stock = world.Machines.Of(zone, type);
        return new StockState(
            zone, type, stock.Machines, stock.Free, stock.Bound, stock.Wiping, stock.Rival, world.Accounts.First.Instances.QuotaOf(zone, type));
    }
}
