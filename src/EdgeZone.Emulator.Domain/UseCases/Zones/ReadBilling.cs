using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Zones;

/// <summary>Whether the account is billed in the zone. No action shows it.</summary>
/// <param name="AppId">The account.</param>
/// <param name="Zone">Code of the zone.</param>
public sealed record ReadBilling(long AppId, ZoneCode Zone) : UseCase<bool>
{
    internal override bool IsLook => true;

    internal override bool Run(World world, DateTimeOffset now) => world.Accounts.Get(AppId).IsBilledIn(Zone);
}
