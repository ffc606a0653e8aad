using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.UseCases;

/// <summary>The zones that network actions name: by code, or by number as text.</summary>
internal static class NetworkZones
{
    /// <summary>The zone, if there is one of that code or number and the account may use it.</summary>
    public static Zone? ZoneOpenTo(this World world, Account account, string codeOrId) =>
        world.Zones.FindByCodeOrId(codeOrId) is { } zone && account.MayUse(zone.Code) ? zone : null;

    /// <summary>The code of the zone with that code or number, null when none is asked for; what is neither is the code of no zone there is.</summary>
    public static ZoneCode? CodeOf(this World world, string? codeOrId) =>
        codeOrId is null ? null : world.Zones.FindByCodeOrId(codeOrId)?.Code ?? ZoneCode.Of(codeOrId);
}
