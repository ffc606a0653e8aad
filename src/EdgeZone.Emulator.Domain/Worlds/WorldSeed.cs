using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Images;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>What a sandbox begins with. Immutable, and its parts go together, so all sandboxes share one and none has to check it again.</summary>
public sealed class WorldSeed
{
    /// <summary>Takes the parts and checks that they go together.</summary>
    /// <param name="zones">All zones, open to accounts or not.</param>
    /// <param name="instanceTypes">All models.</param>
    /// <param name="images">All images.</param>
    /// <param name="defaultImageId">The image that is installed when a call names none.</param>
    /// <param name="racks">How many machines of which model stand where.</param>
    /// <param name="accounts">What each account may use.</param>
    /// <param name="addressBlocks">The public addresses of the zones.</param>
    /// <param name="privateNetworks">Private networks of the first account, at most one in a zone.</param>
    /// <param name="publicNetworks">Public networks of the first account, at most one in a zone.</param>
    /// <exception cref="SeedException">They do not; it says where and why.</exception>
    public WorldSeed(
        IReadOnlyList<Zone> zones,
        IReadOnlyList<InstanceType> instanceTypes,
        IReadOnlyList<Image> images,
        string defaultImageId,
        IReadOnlyList<Rack> racks,
        AccountTemplate accounts,
        IReadOnlyList<AddressBlocks> addressBlocks,
        IReadOnlyList<PrivateNetworkSeed> privateNetworks,
        IReadOnlyList<PublicNetworkSeed> publicNetworks)
    {
        Zones = [.. zones];
        InstanceTypes = [.. instanceTypes];
        Images = [.. images.Select(image => image with { Versions = [.. image.Versions] })];
        DefaultImageId = defaultImageId;
        Racks = [.. racks];
        Accounts = new AccountTemplate([.. accounts.OpenZones], [.. accounts.InstanceQuotas], [.. accounts.AddressQuotas]);
        AddressBlocks = [.. addressBlocks];
        PrivateNetworks = [.. privateNetworks];
        PublicNetworks = [.. publicNetworks.Select(network => network with { Ips = [.. network.Ips] })];
        new SeedConsistency(this).Check();
    }

    /// <summary>All zones, open to accounts or not.</summary>
    public IReadOnlyList<Zone> Zones { get; }

    /// <summary>All models.</summary>
    public IReadOnlyList<InstanceType> InstanceTypes { get; }

    /// <summary>All images.</summary>
    public IReadOnlyList<Image> Images { get; }

    /// <summary>The image that is installed when a call names none.</summary>
    public string DefaultImageId { get; }

    /// <summary>How many machines of which model stand where.</summary>
    public IReadOnlyList<Rack> Racks { get; }

    /// <summary>What each account may use.</summary>
    public AccountTemplate Accounts { get; }

    /// <summary>The public addresses of the zones.</summary>
    public IReadOnlyList<AddressBlocks> AddressBlocks { get; }

    /// <summary>Private networks of the first account.</summary>
    public IReadOnlyList<PrivateNetworkSeed> PrivateNetworks { get; }

    /// <summary>Public networks of the first account.</summary>
    public IReadOnlyList<PublicNetworkSeed> PublicNetworks { get; }

    /// <summary>Its zones by code and number. As what follows, made once for all sandboxes.</summary>
    internal ZoneCatalogue ZoneCatalogue => field ??= new ZoneCatalogue(Zones);

    /// <summary>Its models by code.</summary>
    internal IReadOnlyDictionary<string, InstanceType> Models => field ??= InstanceTypes.ToDictionary(type => type.Code, StringComparer.Ordinal);

    /// <summary>Its images by id.</summary>
    internal ImageCatalogue ImageCatalogue => field ??= new ImageCatalogue(Images, DefaultImageId);
}
