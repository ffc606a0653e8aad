using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Chance;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>The conditions of a filter but the one on ids, as they are asked of rows.</summary>
/// <param name="filter">The filter.</param>
/// <param name="ids">Ids of instances, which those without a name are named after.</param>
internal sealed class RowCondition(InstanceFilter filter, IdSequence ids)
{
    // An address has one notation only, so whoever asks for another text asks for nothing that there is.
    private readonly HashSet<uint>? _publicIps = filter.PublicIps is null
        ? null
        : [.. filter.PublicIps.Select(ip => IpNotation.TryParse(ip, IpFamily.Ipv4, out var address) ? (uint)address : 0).Where(address => address != 0)];

    /// <summary>Whether all of them hold.</summary>
    public bool Holds(long number, in InstanceRow row) =>
        (filter.Zone is null || row.Terms!.Zone == filter.Zone)
        && (filter.Statuses is null || filter.Statuses.Contains(row.Status))
        && (_publicIps is null || _publicIps.Contains(row.PublicIp))
        && (filter.PublicNetworkId is null || (row.IsAttached && row.Terms!.PublicNetworkId == filter.PublicNetworkId))
        && (filter.PrivateNetworkId is null || (row.IsAttached && row.Terms!.PrivateNetworkId == filter.PrivateNetworkId))
        && (filter.Name is null || (row.Name ?? ids.IdOf(number)).Contains(filter.Name, StringComparison.OrdinalIgnoreCase));
}
