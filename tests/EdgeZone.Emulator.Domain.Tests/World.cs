using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Images;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Paging;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Domain.Zones;
using Microsoft.Extensions.Time.Testing;

namespace EdgeZone.Emulator.Domain.Tests;

/// <summary>A fresh small sandbox whose time passes only when the test says so.</summary>
internal sealed class World
{
    public const long Alice = 1001;
    public const long Bob = 1002;
    public static readonly ZoneCode Guangzhou1 = new("ap-guangzhou-1");
    public static readonly ZoneCode Guangzhou2 = new("ap-guangzhou-2");
    public static readonly ZoneCode Chengdu = new("ap-chengdu-1");
    public static readonly ZoneCode Closed = new("ap-beijing-tez-changchun-1");
    public const string Medium = "BMS5.MEDIUM8";
    public const string Large = "BMS5.LARGE16";
    public const string OutOfStock = "BMI5.24XLARGE384";
    public static readonly NetworkId PrivateNetwork = new("net-private-001");
    public static readonly NetworkId PublicNetwork = new("net-public-001");

    public static readonly DateTimeOffset Start = new(2026, 1, 13, 10, 0, 0, TimeSpan.Zero);
    public static readonly PageWindow All = new(0, 10_000);

    public World(WorldSeed? seed = null, WorldOptions? options = null, string name = "test")
    {
        Time = new FakeTimeProvider(Start);
        Cloud = new EdgeCloud(name, seed ?? Seed, options ?? new WorldOptions(), [Alice, Bob], Time);
    }

    private World(string name, WorldState state)
    {
        Time = new FakeTimeProvider(state.Clock.Outside);
        Cloud = new EdgeCloud(name, state, Time);
    }

    public static WorldSeed Seed { get; } = new(
        zones:
        [
            new Zone(Chengdu, 160001, "成都一区", "Chengdu Zone 1", "ap-chengdu", "asia_pacific_1", "亚太1"),
            new Zone(Guangzhou1, 100001, "广州一区", "Guangzhou Zone 1", "ap-guangzhou", "asia_pacific_1", "亚太1"),
            new Zone(Guangzhou2, 100002, "广州二区", "Guangzhou Zone 2", "ap-guangzhou", "asia_pacific_1", "亚太1"),
            new Zone(Closed, 2100080001, "长春边缘一区", "Changchun Edge Zone 1", "ap-beijing", "asia_pacific_1", "亚太1"),
        ],
        instanceTypes: [Model(Medium, 8, 32), Model(Large, 16, 64), Model(OutOfStock, 96, 384)],
        images:
        [
            new Image("img-centos-7.9", ["7.8.2003", "7.9.2009"]),
            new Image("img-ubuntu-20.04", ["20.04"]),
            new Image("img-hmk3il0q", []),
        ],
        defaultImageId: "img-centos-7.9",
        racks: [new Rack(Guangzhou1, Medium, 6), new Rack(Guangzhou1, Large, 3), new Rack(Guangzhou2, Large, 2), new Rack(Closed, Large, 2)],
        accounts: new AccountTemplate(
            [Guangzhou1, Guangzhou2, Chengdu],
            [
                new InstanceQuota(Guangzhou2, Large, 5),
                new InstanceQuota(Guangzhou1, Medium, 4),
                new InstanceQuota(Guangzhou1, Large, 0),
                new InstanceQuota(Guangzhou1, OutOfStock, 4),
                new InstanceQuota(Closed, Large, 4),
            ],
            [new AddressQuota(Guangzhou1, 13, 8), new AddressQuota(Guangzhou2, 200, null)]),
        addressBlocks:
        [
            new AddressBlocks(
                Guangzhou1, Subnet.Parse("203.0.113.0/28"), Subnet.Parse("198.19.0.0/25"), Subnet.Parse("2001:db8::/64"), Subnet.Parse("2001:db8:0:1::/64")),
            new AddressBlocks(Guangzhou2, Subnet.Parse("198.18.1.0/24"), Subnet.Parse("198.19.4.0/22"), null, null),
        ],
        privateNetworks: [new PrivateNetworkSeed(PrivateNetwork, Guangzhou1, "private", Subnet.Parse("10.0.0.0/24"))],
        publicNetworks:
        [
            new PublicNetworkSeed(
                PublicNetwork,
                new PublicNetworkOrder(Guangzhou1.ToString(), "public", "BGP", RouteMode.Static, 100),
                ["203.0.113.10", "203.0.113.11", "203.0.113.12", "203.0.113.13", "2001:db8::10"]),
        ]);

    /// <summary>The seed with some parts replaced.</summary>
    public static WorldSeed SeedWith(
        IReadOnlyList<Zone>? zones = null,
        IReadOnlyList<Image>? images = null,
        string? defaultImageId = null,
        IReadOnlyList<Rack>? racks = null,
        AccountTemplate? accounts = null,
        IReadOnlyList<AddressBlocks>? addressBlocks = null,
        IReadOnlyList<PrivateNetworkSeed>? privateNetworks = null,
        IReadOnlyList<PublicNetworkSeed>? publicNetworks = null) => new(
        zones ?? Seed.Zones,
        Seed.InstanceTypes,
        images ?? Seed.Images,
        defaultImageId ?? Seed.DefaultImageId,
        racks ?? Seed.Racks,
        accounts ?? Seed.Accounts,
        addressBlocks ?? Seed.AddressBlocks,
        privateNetworks ?? Seed.PrivateNetworks,
        publicNetworks ?? Seed.PublicNetworks);

    /// <summary>A sandbox with a time of its own that goes on as this one is now.</summary>
    public World Forked() => new(Cloud.Name, Cloud.Save());

    /// <summary>The same, from what a document tells: nothing in it is this one's own.</summary>
    public World Restored()
    {
        var state = Cloud.Save();
        return new World(Cloud.Name, state with { Instances = [.. state.Instances], Pending = [.. state.Pending] });
    }

    public FakeTimeProvider Time { get; }

    public EdgeCloud Cloud { get; }

    public static InstanceOrder Order(string type = Medium, int count = 1) => new(Guangzhou1, type, PrivateNetwork, PublicNetwork, "web", Count: count);

    public static EdgeZoneException Refused(string code, Action call)
    {
        var refusal = Assert.Throws<EdgeZoneException>(call);
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    public InstanceId Create(InstanceOrder? order = null, long appId = Alice) => Assert.Single(Cloud.CreateInstances(appId, order ?? Order()).InstanceIds);

    public InstanceId CreateRunning(InstanceOrder? order = null, long appId = Alice)
    {
        var id = Create(order, appId);
        Pass(3);
        Assert.Equal(InstanceStatus.Running, Instance(id, appId)!.Status);
        return id;
    }

    public void Pass(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public Instance? Instance(InstanceId id, long appId = Alice) => Cloud.DescribeInstances(appId, new InstanceFilter([id]), All).Items.SingleOrDefault();

    public PrivateNetworkDescription Private(NetworkId? id = null, long appId = Alice) =>
        Assert.Single(Cloud.DescribePrivateNetworkInstances(appId, new NetworkFilter(id ?? PrivateNetwork), All).Items);

    public PublicNetworkDescription Public(NetworkId? id = null, long appId = Alice) =>
        Assert.Single(Cloud.DescribePublicNetworkInstances(appId, new NetworkFilter(id ?? PublicNetwork), All).Items);

    public IReadOnlyList<PublicIpDescription> Ips(NetworkId? network = null, long appId = Alice) =>
        Cloud.DescribePublicIps(appId, new PublicIpFilter([(network ?? PublicNetwork).ToString()]), All).Items;

    private static InstanceType Model(string code, int cores, int memory) => new(
        code, "BM.S5", "标准型S5", cores, "6231C*2", memory, new DiskGroup("SSD", 480, 2), new DiskGroup("SSD", 960, 4), DiskGroup.None, "25G*2", "");
}
