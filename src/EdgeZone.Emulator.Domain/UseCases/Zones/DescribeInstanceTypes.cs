using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.Zones;

/// <summary>The models the account may use, by zone, then model
/// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DescribeInstanceTypes</see>).</summary>
/// <param name="AppId">The account.</param>
/// <param name="Zone">Code of a zone; null for all of the account's. A zone it may not use has no rows.</param>
/// <param name="Window">Which rows; null for all.</param>
public sealed record DescribeInstanceTypes(long AppId, ZoneCode? Zone, PageWindow? Window) : UseCase<Page<InstanceTypeOffer>>
{
    internal override bool IsDescribe => true;

    internal override Page<InstanceTypeOffer> Run(World world, DateTimeOffset now)
    {
        var account = world.Accounts.Get(AppId);
        var offers = account.Instances.Quotas
            .Where(quota => account.MayUse(quota.Zone) && (Zone is null || quota.Zone == Zone))
            .Select(quota => new InstanceTypeOffer(quota.Zone, world.InstanceTypes[quota.InstanceType], quota.Quota));
        return Page<InstanceTypeOffer>.Of([.. offers], Window);
    }
}
