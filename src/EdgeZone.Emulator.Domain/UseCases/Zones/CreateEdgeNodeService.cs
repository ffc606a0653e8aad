using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Zones;

/// <summary>Switches billing in a zone on; again is no error
/// (<see href="https://www.tencentcloud.com/document/api/1230/82543">CreateEdgeNodeService</see>).</summary>
/// <remarks>ResourceNotFound.Zone.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="Zone">Code of the zone.</param>
public sealed record CreateEdgeNodeService(long AppId, ZoneCode Zone) : UseCase<bool>
{
    internal override bool Run(World world, DateTimeOffset now)
    {
        var account = world.Accounts.Get(AppId);
        if (world.Zones.Find(Zone) is null || !account.MayUse(Zone))
        {
            throw Refusal.Zone.UnknownToEdgeNodeService(Zone);
        }

        var started = account.BillIn(Zone);
        if (started)
        {
            world.Events.Add(EventKind.BillingStarted, now, Zone.ToString(), before: null, after: "on");
        }

        return started;
    }
}
