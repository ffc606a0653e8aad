using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.UseCases.PublicIps;

/// <summary>Gives applied addresses back to the zone's pool, all or none; gives how many there were
/// (<see href="https://www.tencentcloud.com/document/api/1230/79081">ReleasePublicIp</see>).</summary>
/// <remarks>ResourceNotFound.PublicInstanceNotFound; UnauthorizedOperation.PermissionDenied: another account's
/// network; FailedOperation.NotSupportedForDynamicInstance; InvalidParameterValue.PublicIpNotAvailable or .PublicIpv6NotAvailable: never
/// applied for; FailedOperation.IpStillBoundToServer.</remarks>
/// <param name="AppId">The account.</param>
/// <param name="NetworkId">The network.</param>
/// <param name="Family">Of which family.</param>
/// <param name="Ips">The addresses; one that comes twice counts once.</param>
public sealed record ReleasePublicIps(long AppId, NetworkId NetworkId, IpFamily Family, IReadOnlyList<string> Ips) : UseCase<int>
{
    internal override int Run(World world, DateTimeOffset now)
    {
        var network = world.PublicNetworks.Find(NetworkId) ?? throw Refusal.PublicNetwork.NotFound(NetworkId);
        if (network.AppId != AppId)
        {
            throw Refusal.PublicNetwork.Foreign(NetworkId);
        }

        var applied = network.AppliedOf(Family);

        // Every address is checked by the one rule before any is checked by the next.
        HashSet<UInt128> addresses = [];
        foreach (var ip in Ips)
        {
            if (!IpNotation.TryParse(ip, Family, out var address) || !applied.Contains(address))
            {
                throw Refusal.PublicIp.NotApplied(Family, ip, NetworkId);
            }

            addresses.Add(address);
        }

        foreach (var address in addresses)
        {
            if (!applied.IsFree(address))
            {
                throw Refusal.PublicIp.StillBound(IpNotation.Format(address, Family), world.Instances.IdOf(applied.InstanceOf(address)));
            }
        }

        foreach (var address in addresses)
        {
            applied.Remove(address);
            world.Addresses[network.Zone].StaticPool(Family)!.Release(address);
            world.Events.Add(EventKind.AddressReleased, now, NetworkId.ToString(), IpNotation.Format(address, Family), after: null);
        }

        return addresses.Count;
    }
}
