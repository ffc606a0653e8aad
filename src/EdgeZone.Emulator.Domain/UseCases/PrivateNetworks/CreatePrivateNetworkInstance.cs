using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.PrivateNetworks;

/// <summary>Creates the account's private network in a zone; gives its id
/// (<see href="https://www.tencentcloud.com/document/api/1230/79090">CreatePrivateNetworkInstance</see>).</summary>
/// <remarks>InvalidParameter: unknown zone. InvalidParameterValue.InvalidNetwork: no legal private subnet.
/// FailedOperation.PrivateInstanceDuplicate: the account has one in the zone.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="Order">What it is to be.</param>
public sealed record CreatePrivateNetworkInstance(long AppId, PrivateNetworkOrder Order) : UseCase<NetworkId>
{
    internal override NetworkId Run(World world, DateTimeOffset now)
    {
        var zone = world.ZoneOpenTo(world.Accounts.Get(AppId), Order.Zone)
            ?? throw Refusal.Parameter.Invalid("ZoneId", Order.Zone, "the zone does not exist or is not open to the account");
        var subnet = PrivateSubnets.Accept(Order.Network, Order.Mask);
        if (world.PrivateNetworks.FindInZone(AppId, zone.Code) is { } existing)
        {
            throw Refusal.PrivateNetwork.Duplicate(existing.Id, zone.Code);
        }

        var network = world.AddPrivateNetwork(id: null, AppId, zone.Code, Order.Name, subnet, now);
        world.Events.Add(EventKind.NetworkCreated, now, network.Id.ToString(), before: null, network.Name, subnet.ToString());
        return network.Id;
    }
}
