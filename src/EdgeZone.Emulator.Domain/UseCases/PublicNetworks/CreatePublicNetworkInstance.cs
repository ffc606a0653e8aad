using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.PublicNetworks;

/// <summary>Creates the account's public network in a zone; a BGP or OSPF one gets its range at once; gives its id
/// (<see href="https://www.tencentcloud.com/document/api/1230/79089">CreatePublicNetworkInstance</see>).</summary>
/// <remarks>ResourceNotFound.ZoneNotFound. FailedOperation.PublicInstanceDuplicate: the account has one in the zone.
/// For BGP and OSPF: LimitExceeded.QuotaNotConfigured, InvalidParameter.InvalidQuota, ResourceInsufficient.NoAvailableCidr.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="Order">What it is to be.</param>
public sealed record CreatePublicNetworkInstance(long AppId, PublicNetworkOrder Order) : UseCase<NetworkId>
{
    internal override NetworkId Run(World world, DateTimeOffset now)
    {
        var account = world.Accounts.Get(AppId);
        var zone = world.ZoneOpenTo(account, Order.Zone) ?? throw Refusal.Zone.UnknownToPublicNetwork(Order.Zone);
        if (world.PublicNetworks.FindInZone(AppId, zone.Code) is { } existing)
        {
            throw Refusal.PublicNetwork.Duplicate(existing.Id, zone.Code);
        }

        var network = world.AddPublicNetwork(id: null, account, zone.Code, Order, now);
        world.Events.Add(EventKind.NetworkCreated, now, network.Id.ToString(), before: null, network.Name, network.Addresses(IpFamily.Ipv4)?.Segment?.Cidr);
        return network.Id;
    }
}
