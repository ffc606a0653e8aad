using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.PublicNetworks;

/// <summary>Renames a public network
/// (<see href="https://www.tencentcloud.com/document/api/1230/79065">ModifyPublicNetworkInstance</see>).</summary>
/// <remarks>ResourceNotFound.PublicInstanceNotFound.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="Id">The network.</param>
/// <param name="Name">Its new name.</param>
public sealed record ModifyPublicNetworkInstance(long AppId, NetworkId Id, string Name) : UseCase<NetworkId>
{
    internal override NetworkId Run(World world, DateTimeOffset now)
    {
        var network = world.PublicNetworks.FindOwned(AppId, Id) ?? throw Refusal.PublicNetwork.NotFound(Id);
        world.Events.Add(EventKind.NetworkRenamed, now, Id.ToString(), network.Name, Name);
        network.Rename(Name, now);
        return network.Id;
    }
}
