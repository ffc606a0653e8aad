using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.PrivateNetworks;

/// <summary>Deletes a private network without servers
/// (<see href="https://www.tencentcloud.com/document/api/1230/79065">DeletePrivateNetworkInstance</see>).</summary>
/// <remarks>ResourceNotFound.PrivateInstanceNotFound; ResourceInUse.PrivateInstanceInUse: it has servers.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="Id">The network.</param>
public sealed record DeletePrivateNetworkInstance(long AppId, NetworkId Id) : UseCase<NetworkId>
{
    internal override NetworkId Run(World world, DateTimeOffset now)
    {
        var network = world.PrivateNetworks.FindOwned(AppId, Id) ?? throw Refusal.PrivateNetwork.NotFound(Id);
        if (network.ServerCount > 0)
        {
            throw Refusal.PrivateNetwork.InUse(Id, network.ServerCount);
        }

        world.PrivateNetworks.Remove(network);
        world.Events.Add(EventKind.NetworkDeleted, now, Id.ToString(), network.Name, after: null);
        return network.Id;
    }
}
