using System.Text.Json;
using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Images;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Snapshots;

/// <summary>A seed as a snapshot writes it: its parts, whether or not they go together.</summary>
internal sealed record SeedText(
    IReadOnlyList<Zone> Zones,
    IReadOnlyList<InstanceType> InstanceTypes,
    IReadOnlyList<Image> Images,
    string DefaultImageId,
    IReadOnlyList<Rack> Racks,
    AccountTemplate Accounts,
    IReadOnlyList<AddressBlocks> AddressBlocks,
    IReadOnlyList<PrivateNetworkSeed> PrivateNetworks,
    IReadOnlyList<PublicNetworkSeed> PublicNetworks)
{
    public static SeedText Of(WorldSeed seed) => new(
        seed.Zones,
        seed.InstanceTypes,
        seed.Images,
        seed.DefaultImageId,
        seed.Racks,
        seed.Accounts,
        seed.AddressBlocks,
        seed.PrivateNetworks,
        seed.PublicNetworks);

    /// <exception cref="WorldStateException">Its parts do not go together.</exception>
    public WorldSeed ToSeed()
    {
        try
        {
            return new WorldSeed(Zones, InstanceTypes, Images, DefaultImageId, Racks, Accounts, AddressBlocks, PrivateNetworks, PublicNetworks);
        }
        catch (SeedException e)
        {
            throw new WorldStateException($"seed.{InMemberNames(e.Place)}", $"It {e.Reason}.");
        }
    }

    // The engine names its own members, for instance PublicNetworks[0].Order.Zone.
    private static string InMemberNames(string place) => string.Join('.', place.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
