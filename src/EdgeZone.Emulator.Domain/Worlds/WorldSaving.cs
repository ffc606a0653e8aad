using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>Writes a world down. What is immutable is shared and not copied.</summary>
internal static class WorldSaving
{
    public static WorldState Save(this World world, long number) => new()
    {
        Name = world.Name,
        Options = world.Options,
        Seed = world.SeededWith,
        Clock = world.Clock.Anchor,
        Number = number,
        Issued = new IssuedIds(
            world.InstanceIds.Count,
            world.PrivateNetworkIds.Count,
            world.PublicNetworkIds.Count,
            world.Machines.Named,
            world.PrivateNetworks.Created,
            world.PublicNetworks.Created),
        Chance = new ChanceState(world.DrawnAddresses.State, world.Schedule.Chance),
        Accounts = [.. world.Accounts.All.Select(account => new AccountState(account.AppId, [.. account.BilledZones], [.. account.Instances.Quotas]))],
        Quotas = [.. world.Accounts.Quotas],
        Machines = [.. world.Machines.All.Select(rack => new FreeMachines(rack.Zone, rack.InstanceType, rack.Stock.NeverBound, rack.Stock.Returned))],
        PrivateNetworks = [.. world.PrivateNetworks.All.Select(Save)],
        PublicNetworks = [.. world.PublicNetworks.All.Select(Save)],
        Instances = [.. world.Instances.All],
        Pending = [.. world.Schedule.All],
        Began = world.Traffic.Began,
        Traffic = [.. world.Traffic.All.Select(history => new TrafficState(history.AppId, history.Zone, [.. history.Minutes]))],
    };

    private static PrivateNetworkState Save(PrivateNetwork network) => new(
        network.Id, network.AppId, network.Zone, network.Name, network.Subnet, network.Sequence, network.CreatedAt, network.UpdatedAt);

    private static PublicNetworkState Save(PublicNetwork network) => new(
        network.Id,
        network.AppId,
        network.Order with { Name = network.Name, Zone = network.Zone.ToString() },
        network.Sequence,
        network.CreatedAt,
        network.UpdatedAt,
        (network.Addresses(IpFamily.Ipv4) as AddressRange)?.Range,
        (network.Addresses(IpFamily.Ipv6) as AddressRange)?.Range,
        [.. Applied(network, IpFamily.Ipv4), .. Applied(network, IpFamily.Ipv6)]);

    private static IEnumerable<AppliedAddressState> Applied(PublicNetwork network, IpFamily family) =>
        (network.Addresses(family) as AppliedAddresses)?.Entries.Select(
            entry => new AppliedAddressState(IpNotation.Format(entry.Address, family), entry.CreatedAt, entry.UpdatedAt)) ?? [];
}
