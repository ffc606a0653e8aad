using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.PrivateNetworks;

/// <summary>Renames a private network
/// (<see href="https://www.tencentcloud.com/document/api/1230/79065">ModifyPrivateNetworkInstance</see>).</summary>
/// <remarks>ResourceNotFound.PrivateInstanceNotFound.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="Id">The network.</param>
/// <param name="Name">Its new name.</param>
public sealed record ModifyPrivateNetworkInstance(long AppId, NetworkId Id, string Name) : UseCase<NetworkId>
{
    internal override NetworkId Run(World world, DateTimeOffset now)
    {
        var network = world.PrivateNetworks.FindOwned(AppId, Id) ?? throw Refusal.PrivateNetwork.NotFound(Id);
        world.Events.Add(EventKind.NetworkRenamed, now, Id.ToString(), network.Name, Name);
        network.Rename(Name, now);
        return network.Id;
    }
}
