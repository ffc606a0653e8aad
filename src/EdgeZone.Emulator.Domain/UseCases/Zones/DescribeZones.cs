using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.UseCases.Zones;

/// <summary>Zones by number, lowest first
/// (<see href="https://www.tencentcloud.com/document/api/1230/79076">DescribeZones</see>).</summary>
/// <param name="AppId">The account.</param>
/// <param name="OnlyOpenToAccount">Whether zones that the account may not use are left out.</param>
public sealed record DescribeZones(long AppId, bool OnlyOpenToAccount) : UseCase<IReadOnlyList<Zone>>
{
    internal override bool IsDescribe => true;

    internal override IReadOnlyList<Zone> Run(World world, DateTimeOffset now)
    {
        var account = world.Accounts.Get(AppId);
        return [.. world.Zones.All.Where(zone => !OnlyOpenToAccount || account.MayUse(zone.Code))];
    }
}
