using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeZone.Emulator.Seed;

/// <summary>A seed as it stands in its file: the zones, models, images, quotas and networks that a sandbox begins with.</summary>
internal sealed record SeedFile
{
    public required IReadOnlyList<ZoneEntry> Zones { get; init; }
    public required IReadOnlyList<InstanceTypeEntry> InstanceTypes { get; init; }
    public required IReadOnlyList<ImageEntry> Images { get; init; }

    /// <summary>The image of a CreateInstances call that names none.</summary>
    public required string DefaultImage { get; init; }

    /// <summary>What every account of a sandbox may use.</summary>
    public required AccountEntry Account { get; init; }

    /// <summary>Networks of the sandbox's first account.</summary>
    public IReadOnlyList<PrivateNetworkEntry> PrivateNetworks { get; init; } = [];

    /// <summary>Networks of the sandbox's first account.</summary>
    public IReadOnlyList<PublicNetworkEntry> PublicNetworks { get; init; } = [];
}

/// <param name="Racks">How many machines of which model stand in the zone.</param>
internal sealed record ZoneEntry(
    string Code,
    long Id,
    string Name,
    string NameEn,
    string Region,
    string Location,
    string LocationName,
    IReadOnlyDictionary<string, int> Racks,
    AddressesEntry? Addresses = null);

/// <summary>The blocks that public addresses of a zone come from, each as <c>address/prefix length</c>; an absent one is none.</summary>
internal sealed record AddressesEntry(string? StaticIpv4 = null, string? DynamicIpv4 = null, string? StaticIpv6 = null, string? DynamicIpv6 = null);

internal sealed record InstanceTypeEntry(
    string Code,
    string Family,
    string FamilyName,
    int CpuCores,
    string CpuType,
    int MemoryGb,
    string NetworkInterfaceType,
    DiskGroupEntry? SystemDisk = null,
    DiskGroupEntry? DataDisk = null,
    DiskGroupEntry? SecondaryDataDisk = null,
    string GpuType = "");

internal sealed record DiskGroupEntry(string Type, int SizeGb, int Count);

/// <param name="Versions">Oldest first; a custom image has none.</param>
internal sealed record ImageEntry(string Id, IReadOnlyList<string> Versions);

/// <param name="Zones">The zones that are open to an account.</param>
internal sealed record AccountEntry(IReadOnlyDictionary<string, AccountZoneEntry> Zones);

/// <param name="Instances">The quota of each model that the account may use there; 0 is no restriction.</param>
/// <param name="Ipv4">How many IPv4 addresses the account may have there; absent is not configured.</param>
/// <param name="Ipv6">As <paramref name="Ipv4"/>.</param>
internal sealed record AccountZoneEntry(IReadOnlyDictionary<string, uint> Instances, int? Ipv4 = null, int? Ipv6 = null);

internal sealed record PrivateNetworkEntry(string Id, string Zone, string Name, string Subnet);

/// <param name="Ips">Of a static network: the addresses that are already applied for.</param>
internal sealed record PublicNetworkEntry(
    string Id, string Zone, string Name, string Line, string RouteMode, long? Bandwidth = null, IReadOnlyList<string>? Ips = null);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(SeedFile))]
internal sealed partial class SeedJson : JsonSerializerContext;
