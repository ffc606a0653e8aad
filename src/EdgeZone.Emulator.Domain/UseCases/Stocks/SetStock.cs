using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Stocks;

/// <summary>Adds or removes free machines of a model in a zone until that many are free now; sets its quota for every account.</summary>
/// <remarks>Field <c>zone</c> or <c>instanceType</c>: unknown. Field <c>free</c>: negative, or more machines than allowed.</remarks>
/// <param name="Zone">Code of the zone.</param>
/// <param name="InstanceType">Code of the model.</param>
/// <param name="Free">How many machines are to be free, null to leave them. Bound ones and those being wiped stay.</param>
/// <param name="Quota">The quota, 0 for no limit, null to leave it.</param>
public sealed record SetStock(ZoneCode Zone, string InstanceType, int? Free, uint? Quota) : UseCase<StockState>
{
    internal override StockState Run(World world, DateTimeOffset now)
    {
        var stock = world.StockOf(Zone, InstanceType);
        if (Free is { } wanted)
        {
            var most = Math.Max(0, world.Options.MaximumMachines - stock.Bound - stock.Wiping - stock.Rival);
            if (wanted < 0 || wanted > most)
            {
                throw new ControlException("free", $"{wanted} is not between 0 and {most}, the machines {InstanceType} can have free in {Zone}.");
            }

            world.Machines.Of(Zone, InstanceType).SetFree(wanted);
            world.Events.Add(EventKind.StockSet, now, Zone.ToString(), $"{stock.Free}", $"{wanted}", InstanceType);
        }

        if (Quota is { } ceiling)
        {
            world.Accounts.SetQuota(Zone, InstanceType, ceiling);
            world.Events.Add(EventKind.QuotaSet, now, Zone.ToString(), $"{stock.Quota}", $"{ceiling}", InstanceType);
        }

        return world.StockOf(Zone, InstanceType);
    }
}
