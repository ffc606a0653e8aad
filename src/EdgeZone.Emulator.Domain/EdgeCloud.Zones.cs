using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Instances;
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

    /// <summary>Switches billing in a zone on; again is no error
    /// (<see href="https://www.tencentcloud.com/document/api/1230/82543">CreateEdgeNodeService</see>).</summary>
    /// <exception cref="EdgeZoneException">ResourceNotFound.Zone.</exception>
    public void CreateEdgeNodeService(long appId, string zone)
    {
        lock (_gate)
        {
            Settle();
            var account = _accounts.Get(appId);
            if (_zones.Find(zone) is null || !account.MayUse(zone))
            {
                throw Refusal.Zone.UnknownToEdgeNodeService(zone);
            }

            account.BillIn(zone);
        }
    }

    /// <summary>Whether the account is billed in the zone. No action shows it.</summary>
    public bool IsEdgeNodeServiceOn(long appId, string zone)
    {
        lock (_gate)
        {
            return _accounts.Get(appId).IsBilledIn(zone);
        }
    }

    /// <summary>The account's traffic in a zone, a point per full minute from start to end that is not in the future
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DescribeZoneData</see>).</summary>
    /// <exception cref="EdgeZoneException">InvalidParameter.ParamError: unknown zone.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start, or more than two days after it.</exception>
    public IReadOnlyList<ZoneSample> DescribeZoneData(long appId, string zone, ZoneMetric metric, DateTimeOffset start, DateTimeOffset end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end - start, ZoneTraffic.LongestSpan, nameof(end));
        lock (_gate)
        {
            var now = Settle();
            var account = _accounts.Get(appId);
            if (_zones.Find(zone) is null || !account.MayUse(zone))
            {
                throw Refusal.Zone.UnknownToZoneData(zone);
            }

            var servers = _instances.NewestFirst(appId).Count(instance => instance.Zone == zone && InstanceLifecycle.CausesTraffic(instance.Status));
            return ZoneTraffic.Between(zone, metric, start, end < now ? end : now, servers);
        }
    }
}
