using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.PublicNetworks;

/// <summary>Deletes a public network without servers and applied addresses; the range of a BGP or OSPF one goes back to the zone
/// (<see href="https://www.tencentcloud.com/document/api/1230/79087">DeletePublicNetworkInstance</see>).</summary>
/// <remarks>ResourceNotFound.PublicInstanceNotFound; ResourceInUse.PublicInstanceInUse: it has servers or addresses.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="Id">The network.</param>
public sealed record DeletePublicNetworkInstance(long AppId, NetworkId Id) : UseCase<NetworkId>
{
    internal override NetworkId Run(World world, DateTimeOffset now)
    {
        var network = world.PublicNetworks.FindOwned(AppId, Id) ?? throw Refusal.PublicNetwork.NotFound(Id);
        if (network.ServerCount > 0 || network.Applied > 0)
        {
            throw Refusal.PublicNetwork.InUse(Id, network.ServerCount, network.Applied);
        }

        world.Addresses[network.Zone].ReturnRanges(network);
        world.PublicNetworks.Remove(network);
        world.Events.Add(EventKind.NetworkDeleted, now, Id.ToString(), network.Name, after: null);
        return network.Id;
    }
}
