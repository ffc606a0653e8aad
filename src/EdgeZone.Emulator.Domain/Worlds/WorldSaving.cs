using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Rows;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>Writes a world down: what is immutable is shared, rows are shared until they change, and long lists are made of them when somebody reads.</summary>
internal static class WorldSaving
{
    public static WorldState Save(this World world, long number)
    {
        var state = world.Copy().Write(number);
        return state.State with { Written = state };
    }

    private static (World World, WorldState State) Write(this World world, long number) => (world, new WorldState
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
        Chance = new ChanceState(world.DrawnAddresses.State, world.Schedule.Chance, world.Faults.Chance),
        Accounts = [.. world.Accounts.All.Select(account => new AccountState(account.AppId, [.. account.BilledZones], [.. account.Instances.Quotas]))],
        Quotas = [.. world.Accounts.Quotas],
        Machines = [.. world.Machines.All.Select(rack => new FreeMachines(
            rack.Zone, rack.InstanceType, rack.Stock.NeverBound, Ids(rack.Stock.Returned, world.MachineIds)))],
        PrivateNetworks = [.. world.PrivateNetworks.All.Select(Save)],
        PublicNetworks = [.. world.PublicNetworks.All.Select(Save)],
        Instances = new Listing<Instance>(world.Instances.Count, () => world.Instances.All),
        Pending = new Listing<ScheduledStep>(world.Schedule.Count, () => world.Schedule.All.Select(step => Save(step.Due, step.Step, world.Instances))),
        Began = world.Traffic.Began,
        Traffic = [.. world.Traffic.All.Select(history => new TrafficState(history.AppId, history.Zone, [.. history.Minutes]))],
        Faults = Save(world),
    });

    private static FaultPlanState? Save(World world)
    {
        var state = new FaultPlanState(
            world.Faults.Made,
            [.. world.Faults.All],
            [.. world.Schedule.Faults.All.Select(fault => new WorkFaultState(world.Instances.IdOf(fault.Number), fault.Fault))],
            [.. world.Rivals.All.Select(rival => Save(rival, world.MachineIds))],
            [.. world.NamedFaults.Counts]);
        return state is { Made: 0, Rules.Count: 0, Work.Count: 0, Rivals.Count: 0, Names.Count: 0 } ? null : state;
    }

    private static RivalState Save(Rival rival, IdSequence ids) => new(
        rival.Zone,
        rival.InstanceType,
        rival.NeverBound,
        [.. rival.Returned.Select(ids.IdOf)],
        [.. rival.Addresses.Select(address => IpNotation.Format(address, IpFamily.Ipv4))],
        rival.Due,
        rival.Rule);

    private static Listing<string> Ids(IReadOnlyCollection<long> numbers, IdSequence ids) => new(numbers.Count, () => numbers.Select(ids.IdOf));

    private static ScheduledStep Save(DateTimeOffset due, PendingStep step, InstanceRegistry instances) =>
        new(due, step.Step, instances.IdOf(step.Number), new DateTimeOffset(step.Began, TimeSpan.Zero));

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
        new Listing<AppliedAddressState>(network.Applied, () => Applied(network, IpFamily.Ipv4).Concat(Applied(network, IpFamily.Ipv6))));

    private static IEnumerable<AppliedAddressState> Applied(PublicNetwork network, IpFamily family) =>
        (network.Addresses(family) as AppliedAddresses)?.All.Select(
            entry => new AppliedAddressState(IpNotation.Format(entry.Address, family), entry.Row.CreatedAt, entry.Row.UpdatedAt)) ?? [];
}
