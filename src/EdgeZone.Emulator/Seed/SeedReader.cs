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
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Seed;

/// <summary>Reads a seed as it stands in its file, and keeps in mind where each of its parts stood.</summary>
internal sealed class SeedReader(int mostMachines)
{

    // From places in the seed, as the engine names them, to paths in the file.
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    private readonly List<Rack> _racks = [];
    private readonly List<AddressBlocks> _blocks = [];

    /// <summary>Reads the whole file.</summary>
    /// <param name="root">What stands in it.</param>
    /// <param name="mostMachines">The most machines of one model in a zone.</param>
    /// <exception cref="SeedFileException">A value is missing, unknown, of the wrong type or out of range, or contradicts another one.</exception>
    public static WorldSeed Read(JsonElement root, int mostMachines)
    {
        var reader = new SeedReader(mostMachines);
        try
        {
            return reader.Read(new SeedNode(root, "$"));
        }
        catch (SeedException e)
        {
            throw new SeedFileException(reader._paths.GetValueOrDefault(e.Place, e.Place), e.Reason);
        }
    }

    // Racks and blocks are found on the way, in the zones.
    private WorldSeed Read(SeedNode root) => root.Object(file => new WorldSeed(
        zones: file["zones"].List(ReadZone),
        instanceTypes: file["instanceTypes"].List(ReadInstanceType),
        images: file["images"].List(ReadImage),
        defaultImageId: At("DefaultImageId", file["defaultImage"]).Text,
        racks: _racks,
        accounts: file["account"].Object(account => ReadAccounts(account["zones"])),
        addressBlocks: _blocks,
        privateNetworks: file.Optional("privateNetworks", node => node.List(ReadPrivateNetwork)) ?? [],
        publicNetworks: file.Optional("publicNetworks", node => node.List(ReadPublicNetwork)) ?? []));

    private Zone ReadZone(SeedNode node, int i) => node.Object(zone =>
    {
        var place = $"Zones[{i}]";
        var code = new ZoneCode(At($"{place}.Code", zone["code"]).Text);
        var read = new Zone(
            code,
            At($"{place}.Id", zone["id"]).Whole(1, long.MaxValue),
            zone["name"].Text,
            zone["nameEn"].Text,
            RegionOf(zone["region"]),
            zone["location"].Text,
            zone["locationName"].Text);
        zone["racks"].ForEachMember((type, machines) =>
        {
            At($"Racks[{_racks.Count}].InstanceType", machines);
            _racks.Add(new Rack(code, type, machines.Whole(0, mostMachines, ", the most that Emulator:Sandboxes:Machines allows")));
        });
        _blocks.Add(
            zone.Optional("addresses", addresses => addresses.Object(blocks => ReadBlocks(code, i, blocks)))
                ?? new AddressBlocks(code, null, null, null, null));
        return read;
    });

    private static string RegionOf(SeedNode node) =>
        RegionNames.IsWellFormed(node.Text) ? node.Text : throw node.Wrong($"is '{node.Text}', not a region such as ap-guangzhou");

    private AddressBlocks ReadBlocks(ZoneCode zone, int i, SeedObject blocks)
    {
        Subnet? Block(string name, string member, IpFamily family) =>
            blocks.Optional(name, node => ReadSubnet(At($"AddressBlocks[{i}].{member}", node), family));

        return new(
            zone,
            Block("staticIpv4", nameof(AddressBlocks.StaticIpv4), IpFamily.Ipv4),
            Block("dynamicIpv4", nameof(AddressBlocks.DynamicIpv4), IpFamily.Ipv4),
            Block("staticIpv6", nameof(AddressBlocks.StaticIpv6), IpFamily.Ipv6),
            Block("dynamicIpv6", nameof(AddressBlocks.DynamicIpv6), IpFamily.Ipv6));
    }

    private InstanceType ReadInstanceType(SeedNode node, int i) => node.Object(type => new InstanceType(
        At($"InstanceTypes[{i}].Code", type["code"]).Text,
        type["family"].Text,
        type["familyName"].Text,
        type["cpuCores"].Whole(1, int.MaxValue),
        type["cpuType"].Text,
        type["memoryGb"].Whole(1, int.MaxValue),
        ReadDisks(type, "systemDisk"),
        ReadDisks(type, "dataDisk"),
        ReadDisks(type, "secondaryDataDisk"),
        type["networkInterfaceType"].Text,
        type.Optional("gpuType", gpu => gpu.Text) ?? ""));

    private static DiskGroup ReadDisks(SeedObject type, string name) => type.Optional(name, node => node.Object(disks =>
        new DiskGroup(disks["type"].Text, disks["sizeGb"].Whole(1, int.MaxValue), disks["count"].Whole(1, int.MaxValue)))) ?? DiskGroup.None;

    private Image ReadImage(SeedNode node, int i) => node.Object(image => new Image(
        At($"Images[{i}].Id", image["id"]).Text,
        image["versions"].List((version, j) => At($"Images[{i}].Versions[{j}]", version).Text)));

    private AccountTemplate ReadAccounts(SeedNode node)
    {
        // In the order of the file, as the engine counts them.
        List<ZoneCode> open = [];
        List<InstanceQuota> instances = [];
        List<AddressQuota> addresses = [];
        node.ForEachMember((name, quotas) => addresses.Add(quotas.Object(quota =>
        {
            var zone = new ZoneCode(name);
            At($"Accounts.OpenZones[{open.Count}]", quotas);
            open.Add(zone);
            quota["instances"].ForEachMember((type, most) =>
            {
                At($"Accounts.InstanceQuotas[{instances.Count}].InstanceType", most);
                instances.Add(new InstanceQuota(zone, type, most.Whole(0u, uint.MaxValue)));
            });
            return new AddressQuota(
                zone,
                quota.OptionalNumber("ipv4", most => most.Whole(0, int.MaxValue)),
                quota.OptionalNumber("ipv6", most => most.Whole(0, int.MaxValue)));
        })));
        return new AccountTemplate(open, instances, addresses);
    }

    private PrivateNetworkSeed ReadPrivateNetwork(SeedNode node, int i) => node.Object(network => new PrivateNetworkSeed(
        new NetworkId(At($"PrivateNetworks[{i}].Id", network["id"]).Text),
        new ZoneCode(At($"PrivateNetworks[{i}].Zone", network["zone"]).Text),
        network["name"].TextUpTo(Rules.LongestName),
        ReadSubnet(At($"PrivateNetworks[{i}].Subnet", network["subnet"]), IpFamily.Ipv4)));

    private PublicNetworkSeed ReadPublicNetwork(SeedNode node, int i) => node.Object(network =>
    {
        At($"PublicNetworks[{i}]", node);
        return new PublicNetworkSeed(
            new NetworkId(At($"PublicNetworks[{i}].Id", network["id"]).Text),
            new PublicNetworkOrder(
                At($"PublicNetworks[{i}].Order.Zone", network["zone"]).Text,
                network["name"].TextUpTo(Rules.LongestName),
                network["line"].TextUpTo(Rules.LongestLine),
                ReadRouteMode(network["routeMode"]),
                network.OptionalNumber("bandwidth", most => most.Whole(1, long.MaxValue))),
            network.Optional("ips", ips => ips.List((ip, j) => At($"PublicNetworks[{i}].Ips[{j}]", ip).Text)) ?? []);
    });

    private static Subnet ReadSubnet(SeedNode node, IpFamily family) =>
        Subnet.TryParse(node.Text, out var subnet) && subnet!.Family == family
            ? subnet
            : throw node.Wrong($"is '{node.Text}', not an {(family == IpFamily.Ipv4 ? "IPv4" : "IPv6")} subnet without host bits");

    private static RouteMode ReadRouteMode(SeedNode node) => node.Text switch
    {
        var text when text.Equals("static", StringComparison.OrdinalIgnoreCase) => RouteMode.Static,
        var text when text.Equals("bgp", StringComparison.OrdinalIgnoreCase) => RouteMode.Bgp,
        var text when text.Equals("ospf", StringComparison.OrdinalIgnoreCase) => RouteMode.Ospf,
        var text => throw node.Wrong($"is '{text}', not one of static, bgp, ospf"),
    };

    private SeedNode At(string place, SeedNode node)
    {
        _paths[place] = node.Path;
        return node;
    }
}
