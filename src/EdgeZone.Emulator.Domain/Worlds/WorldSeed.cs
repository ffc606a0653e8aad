using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Images;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>What a sandbox begins with. Immutable, so all sandboxes can share one.</summary>
public sealed record WorldSeed
{
    /// <summary>All zones, open to accounts or not.</summary>
    public required IReadOnlyList<Zone> Zones { get; init; }

    /// <summary>All models.</summary>
    public required IReadOnlyList<InstanceType> InstanceTypes { get; init; }

    /// <summary>All images.</summary>
    public required IReadOnlyList<Image> Images { get; init; }

    /// <summary>The image that is installed when a call names none.</summary>
    public required string DefaultImageId { get; init; }

    /// <summary>How many machines of which model stand where.</summary>
    public required IReadOnlyList<Rack> Racks { get; init; }

    /// <summary>What each account may use.</summary>
    public required AccountTemplate Accounts { get; init; }

    /// <summary>The public addresses of the zones.</summary>
    public required IReadOnlyList<AddressBlocks> AddressBlocks { get; init; }

    /// <summary>Private networks of the first account.</summary>
    public IReadOnlyList<PrivateNetworkSeed> PrivateNetworks { get; init; } = [];

    /// <summary>Public networks of the first account.</summary>
    public IReadOnlyList<PublicNetworkSeed> PublicNetworks { get; init; } = [];

    /// <summary>Checks that what is named exists.</summary>
    /// <exception cref="ArgumentException">A zone or model is named that does not exist; the message says which.</exception>
    public void EnsureConsistent()
    {
        var zones = Zones.Select(zone => zone.Code.ToString()).ToHashSet(StringComparer.Ordinal);
        var types = InstanceTypes.Select(type => type.Code).ToHashSet(StringComparer.Ordinal);
        EnsureAllKnown(zones, "zone", [
            .. Racks.Select(rack => rack.Zone.ToString()),
            .. Accounts.OpenZones.Select(zone => zone.ToString()),
            .. Accounts.InstanceQuotas.Select(quota => quota.Zone.ToString()),
            .. Accounts.AddressQuotas.Select(quota => quota.Zone.ToString()),
            .. AddressBlocks.Select(blocks => blocks.Zone.ToString()),
            .. PrivateNetworks.Select(network => network.Zone.ToString()),
            .. PublicNetworks.Select(network => network.Order.Zone),
        ]);
        EnsureAllKnown(types, "instance type", [
            .. Racks.Select(rack => rack.InstanceType),
            .. Accounts.InstanceQuotas.Select(quota => quota.InstanceType),
        ]);
    }

    private static void EnsureAllKnown(HashSet<string> known, string kind, string[] named)
    {
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"The seed names {kind} {unknown}, which it does not define.");
        }
    }
}
