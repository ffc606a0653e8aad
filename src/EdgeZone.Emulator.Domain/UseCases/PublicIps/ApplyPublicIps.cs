using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.PublicIps;

/// <summary>Draws addresses for a STATIC network at random from the zone's pool, all or none; gives them in the order drawn
/// (<see href="https://www.tencentcloud.com/document/api/1230/79091">ApplyPublicIps</see>).</summary>
/// <remarks>InvalidParameter: not the account's network. FailedOperation.NotSupportedForDynamicInstance.
/// LimitExceeded: quota not configured or exceeded. ResourceInsufficient: the pool holds too few. The last two per family.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="NetworkId">The network.</param>
/// <param name="Count">How many, at least one.</param>
/// <param name="Family">Of which family.</param>
public sealed record ApplyPublicIps(long AppId, NetworkId NetworkId, long Count, IpFamily Family) : UseCase<IReadOnlyList<string>>
{
    internal override IReadOnlyList<string> Run(World world, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 1);
        var account = world.Accounts.Get(AppId);
        var network = world.PublicNetworks.FindOwned(AppId, NetworkId)
            ?? throw Refusal.Parameter.Invalid("NetworkInstanceId", NetworkId.ToString(), "the public network instance does not exist");
        var applied = network.AppliedOf(Family);
        var quota = QuotaOf(account.AddressQuotaOf(network.Zone)) ?? throw Refusal.PublicIp.QuotaNotConfigured(Family, network.Zone);
        if (Count > quota - (long)applied.Applied)
        {
            throw Refusal.PublicIp.QuotaExceeded(Family, quota, applied.Applied, Count);
        }

        var pool = world.Addresses[network.Zone].StaticPool(Family);
        if (pool is null || (UInt128)Count > pool.Available)
        {
            throw Refusal.PublicIp.Insufficient(Family, network.Zone, Count);
        }

        var drawn = new string[Count];
        for (var i = 0; i < drawn.Length; i++)
        {
            var address = pool.Draw();
            applied.Add(address, now);
            drawn[i] = IpNotation.Format(address, Family);
            world.Events.Add(EventKind.AddressApplied, now, NetworkId.ToString(), before: null, drawn[i]);
        }

        return drawn;
    }

    private int? QuotaOf(AddressQuota quota) => Family == IpFamily.Ipv4 ? quota.Ipv4 : quota.Ipv6;
}
