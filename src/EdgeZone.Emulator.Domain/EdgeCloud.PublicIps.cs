using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Paging;

namespace EdgeZone.Emulator.Domain;

public sealed partial class EdgeCloud
{
    /// <summary>Draws addresses for a STATIC network at random from the zone's pool, all or none
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79091">ApplyPublicIps</see>).</summary>
    /// <returns>The addresses, in the order drawn.</returns>
    /// <exception cref="EdgeZoneException">InvalidParameter: not the account's network. FailedOperation.NotSupportedForDynamicInstance.
    /// LimitExceeded: quota not configured or exceeded. ResourceInsufficient: the pool holds too few. The last two per family.</exception>
    public IReadOnlyList<string> ApplyPublicIps(long appId, string networkId, long count, IpFamily family)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_gate)
        {
            var now = Settle();
            var account = _accounts.Get(appId);
            var network = _publicNetworks.FindOwned(appId, networkId)
                ?? throw Refusal.Parameter.Invalid("NetworkInstanceId", networkId, "the public network instance does not exist");
            var applied = AppliedOf(network, family);
            var quota = QuotaOf(account.AddressQuotaOf(network.Zone), family) ?? throw Refusal.PublicIp.QuotaNotConfigured(family == IpFamily.Ipv6, network.Zone);
            if (count > quota - (long)applied.Applied)
            {
                throw Refusal.PublicIp.QuotaExceeded(family == IpFamily.Ipv6, quota, applied.Applied, count);
            }

            var pool = _addresses[network.Zone].StaticPool(family);
            if (pool is null || (UInt128)count > pool.Available)
            {
                throw Refusal.PublicIp.Insufficient(family == IpFamily.Ipv6, network.Zone, count);
            }

            var drawn = new string[count];
            for (var i = 0; i < drawn.Length; i++)
            {
                var address = pool.Draw();
                applied.Add(address, now);
                drawn[i] = IpNotation.Format(address, family);
            }

            return drawn;
        }
    }

    /// <summary>Gives applied addresses back to the zone's pool, all or none
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79081">ReleasePublicIp</see>).</summary>
    /// <exception cref="EdgeZoneException">ResourceNotFound.PublicInstanceNotFound; UnauthorizedOperation.PermissionDenied: another account's
    /// network; FailedOperation.NotSupportedForDynamicInstance; InvalidParameterValue.PublicIpNotAvailable or .PublicIpv6NotAvailable: never
    /// applied for; FailedOperation.IpStillBoundToServer.</exception>
    public void ReleasePublicIps(long appId, string networkId, IpFamily family, IReadOnlyList<string> ips)
    {
        lock (_gate)
        {
            Settle();
            var network = _publicNetworks.Find(networkId) ?? throw Refusal.PublicNetwork.NotFound(networkId);
            if (network.AppId != appId)
            {
                throw Refusal.PublicNetwork.Foreign(networkId);
            }

            var applied = AppliedOf(network, family);

            // Every address is judged by the one rule before any is judged by the next.
            HashSet<UInt128> addresses = [];
            foreach (var ip in ips)
            {
                if (!IpNotation.TryParse(ip, family, out var address) || !applied.Contains(address))
                {
                    throw Refusal.PublicIp.NotApplied(family == IpFamily.Ipv6, ip, networkId);
                }

                addresses.Add(address);
            }

            foreach (var address in addresses)
            {
                if (!applied.IsFree(address))
                {
                    throw Refusal.PublicIp.StillBound(IpNotation.Format(address, family), applied.InstanceOf(address));
                }
            }

            foreach (var address in addresses)
            {
                applied.Remove(address);
                _addresses[network.Zone].StaticPool(family)!.Release(address);
            }
        }
    }

    /// <summary>The addresses of the account's STATIC networks and the ranges of its other ones
    /// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DescribePublicIps</see>).</summary>
    public Page<PublicIpView> DescribePublicIps(long appId, PublicIpFilter filter, PageWindow window)
    {
        lock (_gate)
        {
            Settle();
            var rows = _publicNetworks
                .Matching(appId, new NetworkFilter(Zone: ZoneCode(filter.Zone)))
                .SelectMany(network => network.Rows())
                .Where(filter.Matches);
            return Page<PublicIpView>.Of([.. filter.Sort(rows)], window);
        }
    }

    private static int? QuotaOf(AddressQuota quota, IpFamily family) => family == IpFamily.Ipv4 ? quota.Ipv4 : quota.Ipv6;

    private static AppliedAddresses AppliedOf(PublicNetwork network, IpFamily family) =>
        network.Addresses(family) as AppliedAddresses ?? throw Refusal.PublicIp.NotStatic(network.Id, network.RouteMode.Word());
}
