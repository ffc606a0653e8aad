using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Images;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Domain.Tests.Zones;

/// <summary>A seed that contradicts itself cannot be had, so that no sandbox has to check it again.</summary>
public class SeedTests
{
    private static readonly AccountTemplate Accounts = World.Seed.Accounts;

    public static TheoryData<string, Func<WorldSeed>> Contradictions => new()
    {
        { "Zones[1].Code", () => World.SeedWith(zones: [World.Seed.Zones[0], World.Seed.Zones[0] with { Id = 7 }]) },
        { "Zones[1].Id", () => World.SeedWith(zones: [World.Seed.Zones[0], World.Seed.Zones[1] with { Id = World.Seed.Zones[0].Id }]) },
        { "Zones[0].Code", () => World.SeedWith(zones: [World.Seed.Zones[0] with { Code = ZoneCode.None }]) },
        { "Images[0].Id", () => World.SeedWith(images: [new Image("", [])]) },
        { "Images[0].Versions[1]", () => World.SeedWith(images: [new Image("a", ["1", "1"])]) },
        { "DefaultImageId", () => World.SeedWith(defaultImageId: "none") },
        { "Racks[0].Zone", () => World.SeedWith(racks: [new Rack(new ZoneCode("nowhere"), World.Medium, 1)]) },
        { "Racks[0].InstanceType", () => World.SeedWith(racks: [new Rack(World.Chengdu, "BMS9", 1)]) },
        { "Racks[0].Machines", () => World.SeedWith(racks: [new Rack(World.Chengdu, World.Medium, -1)]) },
        { "Racks[1].InstanceType", () => World.SeedWith(racks: [new Rack(World.Chengdu, World.Medium, 1), new Rack(World.Chengdu, World.Medium, 2)]) },
        { "Accounts.OpenZones[1]", () => World.SeedWith(accounts: Accounts with { OpenZones = [World.Chengdu, World.Chengdu] }) },
        {
            "Accounts.InstanceQuotas[1].InstanceType",
            () => World.SeedWith(accounts: Accounts with
            {
                InstanceQuotas = [new InstanceQuota(World.Chengdu, World.Medium, 1), new InstanceQuota(World.Chengdu, World.Medium, 2)],
            })
        },
        {
            "Accounts.AddressQuotas[1].Zone",
            () => World.SeedWith(accounts: Accounts with { AddressQuotas = [new AddressQuota(World.Chengdu, 1, 1), new AddressQuota(World.Chengdu, 1, 1)] })
        },
        { "Accounts.AddressQuotas[0].Ipv6", () => World.SeedWith(accounts: Accounts with { AddressQuotas = [new AddressQuota(World.Chengdu, null, -1)] }) },
        { "AddressBlocks[0].StaticIpv4", () => Blocks(new AddressBlocks(World.Chengdu, Subnet.Parse("2001:db8::/64"), null, null, null)) },
        {
            "AddressBlocks[0].DynamicIpv4",
            () => Blocks(new AddressBlocks(World.Chengdu, Subnet.Parse("198.18.0.0/24"), Subnet.Parse("198.18.0.128/25"), null, null))
        },
        {
            "AddressBlocks[1].Zone",
            () => Blocks(new AddressBlocks(World.Chengdu, null, null, null, null), new AddressBlocks(World.Chengdu, null, null, null, null))
        },
        { "PrivateNetworks[0].Id", () => PrivateNetworks(new PrivateNetworkSeed(NetworkId.None, World.Chengdu, "p", Subnet.Parse("10.0.0.0/24"))) },
        { "PrivateNetworks[0].Subnet", () => PrivateNetworks(new PrivateNetworkSeed(World.PrivateNetwork, World.Chengdu, "p", Subnet.Parse("8.8.8.0/24"))) },
        { "PublicNetworks[0].Order.Zone", () => Static("") },
        { "PublicNetworks[0].Ips[0]", () => Static("ap-guangzhou-1", "198.18.1.9") },
        { "PublicNetworks[0].Ips[1]", () => Static("ap-guangzhou-1", "2001:db8::10", "2001:db8:0:0::10") },
        { "PublicNetworks[0].Ips[0]", () => Static("ap-guangzhou-2", "2001:db8::10") },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_seed_that_contradicts_itself_says_where(string place, Func<WorldSeed> make) => Assert.Equal(place, Assert.Throws<SeedException>(make).Place);

    [Fact]
    public void What_a_seed_was_made_of_may_change_afterwards()
    {
        List<Rack> racks = [new Rack(World.Guangzhou1, World.Medium, 6)];
        List<string> ips = ["203.0.113.10"];
        var seed = World.SeedWith(
            racks: racks,
            publicNetworks:
            [
                new PublicNetworkSeed(World.PublicNetwork, new PublicNetworkOrder(World.Guangzhou1.ToString(), "p", "BGP", RouteMode.Static, 1), ips),
            ]);

        racks.Add(new Rack(World.Chengdu, "BMS9", -1));
        ips.Add("8.8.8.8");

        Assert.Equal(1, new World(seed).Public().Ipv4Count);
        Assert.Single(seed.Racks);
    }

    private static WorldSeed Blocks(params AddressBlocks[] blocks) => World.SeedWith(addressBlocks: blocks, publicNetworks: []);

    private static WorldSeed PrivateNetworks(params PrivateNetworkSeed[] networks) => World.SeedWith(privateNetworks: networks);

    private static WorldSeed Static(string zone, params string[] ips) => World.SeedWith(
        publicNetworks: [new PublicNetworkSeed(World.PublicNetwork, new PublicNetworkOrder(zone, "p", "BGP", RouteMode.Static, 1), ips)]);
}
