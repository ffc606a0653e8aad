using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain;

public sealed partial class EdgeCloud
{
    /// <summary>Zones by number, lowest first (<see href="https://www.tencentcloud.com/document/api/1230/79076">DescribeZones</see>).</summary>
    public IReadOnlyList<Zone> DescribeZones(long appId, bool onlyOpenToAccount)
    {
        lock (_gate)
        {
            Settle();
            var account = _accounts.Get(appId);
            return [.. _zones.All.Where(zone => !onlyOpenToAccount || account.MayUse(zone.Code))];
        }
    }

    /// <summary>The models the account may use, by zone, then model
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DescribeInstanceTypes</see>).</summary>
    /// <param name="appId">The account.</param>
    /// <param name="zone">Code of a zone; null for all of the account's. A zone it may not use has no rows.</param>
    /// <param name="window">Which rows; null for all.</param>
    public Page<InstanceTypeOffer> DescribeInstanceTypes(long appId, string? zone, PageWindow? window)
    {
        lock (_gate)
        {
            Settle();
            var account = _accounts.Get(appId);
            var offers = account.Instances.Quotas
                .Where(quota => account.MayUse(quota.Zone) && (zone is null || quota.Zone == zone))
                .Select(quota => new InstanceTypeOffer(quota.Zone, _instanceTypes[quota.InstanceType], quota.Quota));
            return Page<InstanceTypeOffer>.Of([.. offers], window);
        }
    }
}
