using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Images;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Benchmarks.Sections;

/// <summary>A world for the engine alone: one zone, a private /8, and a static public network with an address for every instance.</summary>
internal static class EngineWorld
{
    public const long AppId = 1_300_000_001;
    public const int Batch = 50;

    private static readonly ZoneCode Zone = new("ap-guangzhou-1");
    private static readonly NetworkId PrivateNetwork = new("net-private-001");
    private static readonly NetworkId PublicNetwork = new("net-public-001");
    private const string Model = "BMS5.MEDIUM8";
    private const uint FirstAddress = (100u << 24) + 2;

    public static InstanceOrder Order(int count) => new(Zone, Model, PrivateNetwork, PublicNetwork, Count: count);

    /// <param name="instances">How many instances it is to hold.</param>
    /// <param name="spare">Room for more on top of them.</param>
    public static WorldSeed Seed(int instances, int spare) => new(
        zones: [new Zone(Zone, 100001, "广州一区", "Guangzhou Zone 1", "ap-guangzhou", "asia_pacific_1", "亚太1")],
        instanceTypes: [new InstanceType(Model, "BM.S5", "标准型", 8, "6231C*2", 32, new DiskGroup("SSD", 480, 2), DiskGroup.None, DiskGroup.None, "25G*2", "")],
        images: [new Image("img-ubuntu-22.04", ["22.04"])],
        defaultImageId: "img-ubuntu-22.04",
        racks: [new Rack(Zone, Model, instances + spare)],
        accounts: new AccountTemplate([Zone], [new InstanceQuota(Zone, Model, 0)], [new AddressQuota(Zone, instances + spare, null)]),
        addressBlocks: [new AddressBlocks(Zone, Subnet.Parse("100.0.0.0/8"), null, null, null)],
        privateNetworks: [new PrivateNetworkSeed(PrivateNetwork, Zone, "private-001", Subnet.Parse("10.0.0.0/8"))],
        publicNetworks:
        [
            new PublicNetworkSeed(
                PublicNetwork,
                new PublicNetworkOrder(Zone.ToString(), "public-001", "BGP", RouteMode.Static, Bandwidth: null),
                [.. Enumerable.Range(0, instances + spare).Select(i => Address((uint)i))]),
        ]);

    public static EdgeCloud Create(WorldSeed seed) => new(
        "benchmark",
        seed,
        new WorldOptions { Durations = ProvisioningDurations.Instant, MaximumMachines = 10_000_000 },
        [AppId],
        TimeProvider.System);

    private static string Address(uint index)
    {
        var address = FirstAddress + index;
        return $"{address >> 24}.{(address >> 16) & 0xFF}.{(address >> 8) & 0xFF}.{address & 0xFF}";
    }
}
