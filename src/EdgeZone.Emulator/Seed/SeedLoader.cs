using System.Text.Json;
using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Images;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Domain.Zones;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Seed;

/// <summary>Reads the built-in seed, or the file that replaces it (<c>Emulator:Seed</c>), and says where a bad one is wrong.</summary>
internal static class SeedLoader
{
    private const string BuiltIn = "seed/default.json";
    private const int MostMachines = 1_000_000;

    /// <exception cref="SettingsException">The file cannot be read, or a value in it is wrong; the message has its path.</exception>
    public static WorldSeed Load(string? path)
    {
        var name = path ?? BuiltIn;
        try
        {
            using var stream = path is null ? typeof(SeedLoader).Assembly.GetManifestResourceStream(BuiltIn)! : File.OpenRead(path);
            var file = JsonSerializer.Deserialize(stream, SeedJson.Default.SeedFile) ?? throw Wrong("$", "is null");
            return ToWorld(file);
        }
        catch (JsonException e)
        {
            throw new SettingsException($"Emulator:Seed: {name}: {e.Message.ReplaceLineEndings(" ")}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingsException($"Emulator:Seed: {name}: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static WorldSeed ToWorld(SeedFile file)
    {
        Distinct("$.zones", "code", file.Zones, zone => zone.Code);
        Distinct("$.zones", "id", file.Zones, zone => zone.Id);
        Distinct("$.instanceTypes", "code", file.InstanceTypes, type => type.Code);
        Distinct("$.images", "id", file.Images, image => image.Id);
        Distinct("$.privateNetworks", "id", file.PrivateNetworks, network => network.Id);
        Distinct("$.publicNetworks", "id", file.PublicNetworks, network => network.Id);
        Distinct("$.privateNetworks", "zone", file.PrivateNetworks, network => network.Zone);
        Distinct("$.publicNetworks", "zone", file.PublicNetworks, network => network.Zone);
        CheckNames(file);

        return new WorldSeed
        {
            Zones = [.. file.Zones.Select(zone => new Zone(
                new ZoneCode(zone.Code), zone.Id, zone.Name, zone.NameEn, zone.Region, zone.Location, zone.LocationName))],
            Racks = [.. file.Zones.SelectMany(zone => zone.Racks.Select(rack => new Rack(new ZoneCode(zone.Code), rack.Key, rack.Value)))],
            AddressBlocks = [.. file.Zones.Select((zone, i) => ToBlocks(
                new ZoneCode(zone.Code), zone.Addresses ?? new AddressesEntry(), $"$.zones[{i}].addresses"))],
            InstanceTypes = [.. file.InstanceTypes.Select((type, i) => new InstanceType(
                type.Code, type.Family, type.FamilyName, type.CpuCores, type.CpuType, type.MemoryGb,
                ToDisks(type.SystemDisk, $"$.instanceTypes[{i}].systemDisk"),
                ToDisks(type.DataDisk, $"$.instanceTypes[{i}].dataDisk"),
                ToDisks(type.SecondaryDataDisk, $"$.instanceTypes[{i}].secondaryDataDisk"),
                type.NetworkInterfaceType, type.GpuType))],
            Images = [.. file.Images.Select(image => new Image(image.Id, image.Versions))],
            DefaultImageId = file.DefaultImage,
            Accounts = new AccountTemplate(
                [.. file.Account.Zones.Keys.Select(zone => new ZoneCode(zone))],
                [.. file.Account.Zones.SelectMany(zone => zone.Value.Instances.Select(
                    quota => new InstanceQuota(new ZoneCode(zone.Key), quota.Key, quota.Value)))],
                [.. file.Account.Zones.Select(zone => new AddressQuota(new ZoneCode(zone.Key), zone.Value.Ipv4, zone.Value.Ipv6))]),
            PrivateNetworks = [.. file.PrivateNetworks.Select((network, i) => new PrivateNetworkSeed(
                new NetworkId(network.Id),
                new ZoneCode(network.Zone),
                network.Name,
                ToSubnet(network.Subnet, IpFamily.Ipv4, $"$.privateNetworks[{i}].subnet")!))],
            PublicNetworks = [.. file.PublicNetworks.Select((network, i) => new PublicNetworkSeed(
                new NetworkId(network.Id),
                new PublicNetworkOrder(network.Zone, network.Name, network.Line, ToRouteMode(network.RouteMode, $"$.publicNetworks[{i}].routeMode"), network.Bandwidth),
                network.Ips ?? []))],
        };
    }

    private static void CheckNames(SeedFile file)
    {
        var zones = file.Zones.Select(zone => zone.Code).ToHashSet(StringComparer.Ordinal);
        var types = file.InstanceTypes.Select(type => type.Code).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < file.Zones.Count; i++)
        {
            foreach (var (type, machines) in file.Zones[i].Racks)
            {
                Known($"$.zones[{i}].racks['{type}']", "instance type", type, types);
                if (machines is < 0 or > MostMachines)
                {
                    throw Wrong($"$.zones[{i}].racks['{type}']", $"is {machines}, not between 0 and {MostMachines}");
                }
            }
        }

        if (!file.Images.Any(image => image.Id == file.DefaultImage))
        {
            throw Wrong("$.defaultImage", $"is '{file.DefaultImage}', which is not among the images");
        }

        foreach (var (zone, open) in file.Account.Zones)
        {
            Known($"$.account.zones['{zone}']", "zone", zone, zones);
            foreach (var type in open.Instances.Keys)
            {
                Known($"$.account.zones['{zone}'].instances['{type}']", "instance type", type, types);
            }

            if (open.Ipv4 < 0 || open.Ipv6 < 0)
            {
                throw Wrong($"$.account.zones['{zone}']", "has a negative address quota");
            }
        }

        for (var i = 0; i < file.PrivateNetworks.Count; i++)
        {
            Known($"$.privateNetworks[{i}].zone", "zone", file.PrivateNetworks[i].Zone, zones);
        }

        for (var i = 0; i < file.PublicNetworks.Count; i++)
        {
            Known($"$.publicNetworks[{i}].zone", "zone", file.PublicNetworks[i].Zone, zones);
        }
    }

    private static AddressBlocks ToBlocks(ZoneCode zone, AddressesEntry entry, string path) => new(
        zone,
        ToSubnet(entry.StaticIpv4, IpFamily.Ipv4, $"{path}.staticIpv4"),
        ToSubnet(entry.DynamicIpv4, IpFamily.Ipv4, $"{path}.dynamicIpv4"),
        ToSubnet(entry.StaticIpv6, IpFamily.Ipv6, $"{path}.staticIpv6"),
        ToSubnet(entry.DynamicIpv6, IpFamily.Ipv6, $"{path}.dynamicIpv6"));

    private static Subnet? ToSubnet(string? text, IpFamily family, string path)
    {
        if (text is null)
        {
            return null;
        }

        return Subnet.TryParse(text, out var subnet) && subnet!.Family == family
            ? subnet
            : throw Wrong(path, $"is '{text}', not an {(family == IpFamily.Ipv4 ? "IPv4" : "IPv6")} subnet without host bits");
    }

    private static DiskGroup ToDisks(DiskGroupEntry? entry, string path)
    {
        if (entry is null)
        {
            return DiskGroup.None;
        }

        return entry is { SizeGb: > 0, Count: > 0 } ? new DiskGroup(entry.Type, entry.SizeGb, entry.Count) : throw Wrong(path, "needs a size and a count above 0");
    }

    private static RouteMode ToRouteMode(string text, string path) =>
        Enum.TryParse<RouteMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode)
            ? mode
            : throw Wrong(path, $"is '{text}', not one of static, bgp, ospf");

    private static void Distinct<TEntry, TKey>(string path, string member, IReadOnlyList<TEntry> entries, Func<TEntry, TKey> key) where TKey : notnull
    {
        var seen = new HashSet<TKey>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (key(entries[i]) is string { Length: 0 })
            {
                throw Wrong($"{path}[{i}].{member}", "is empty");
            }

            if (!seen.Add(key(entries[i])))
            {
                throw Wrong($"{path}[{i}].{member}", $"is '{key(entries[i])}' for the second time");
            }
        }
    }

    private static void Known(string path, string kind, string name, HashSet<string> known)
    {
        if (!known.Contains(name))
        {
            throw Wrong(path, $"names the {kind} '{name}', which the file does not define");
        }
    }

    private static JsonException Wrong(string path, string what) => new($"The value at {path} {what}.");
}
