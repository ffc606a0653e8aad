using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Images;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>
/// All that there is in a sandbox. It knows no lock and no time outside; use cases read and change it, one at a time, and it is for
/// whoever runs them to see to that.
/// </summary>
internal sealed class World
{
    /// <summary>Sets a world up from its seed.</summary>
    /// <param name="name">Its name; part of the seed of its chance.</param>
    /// <param name="seed">What it begins with.</param>
    /// <param name="options">What can be set about it.</param>
    /// <param name="appIds">Its accounts, at least one; the first owns the networks of the seed.</param>
    /// <param name="outside">The time outside.</param>
    public World(string name, WorldSeed seed, WorldOptions options, IReadOnlyList<long> appIds, DateTimeOffset outside)
        : this(
            name,
            seed,
            options,
            appIds,
            new SandboxClock(outside, options.ClockMode, options.ClockRate),
            began: null,
            new IssuedIds(0, 0, 0, 0, 0, 0),
            drawn: null)
    {
        Machines.Stock(seed.Racks, options.MaximumMachines);
        this.Seed(seed, Clock.Now);
    }

    /// <summary>Sets a world up as one that was written down.</summary>
    /// <exception cref="WorldStateException">The state contradicts itself.</exception>
    public World(WorldState state)
        : this(
            state.Name,
            state.Seed,
            state.Options,
            [.. state.Accounts.Select(account => account.AppId)],
            new SandboxClock(state.Clock),
            state.Began,
            state.Issued,
            state.Chance) => this.Restore(state);

    private World(
        string name,
        WorldSeed seed,
        WorldOptions options,
        IReadOnlyList<long> appIds,
        SandboxClock clock,
        DateTimeOffset? began,
        IssuedIds issued,
        ChanceState? drawn)
    {
        SeededGenerator ChanceOf(string purpose) => SeededGenerator.For(options.Chance, name, purpose);

        Name = name;
        Options = options;
        SeededWith = seed;
        Events = new EventLog(options.EventsLimit);
        Clock = clock;
        InstanceIds = new IdSequence(options.InstanceIdPrefix, IdSequence.LettersAndDigits, ChanceOf("instances"), issued.InstanceIds);
        PrivateNetworkIds = new IdSequence("ein", IdSequence.HexDigits, ChanceOf("private networks"), issued.PrivateNetworkIds);
        PublicNetworkIds = new IdSequence("epn", IdSequence.HexDigits, ChanceOf("public networks"), issued.PublicNetworkIds);
        (Zones, InstanceTypes, Images) = (seed.ZoneCatalogue, seed.Models, seed.ImageCatalogue);
        Accounts = new AccountBook(seed.Accounts, appIds);
        MachineIds = new IdSequence("srv", IdSequence.LettersAndDigits, ChanceOf("machines"), issued.MachineIds);
        Machines = new MachineInventory(MachineIds);
        DrawnAddresses = drawn is null ? ChanceOf("addresses") : new SeededGenerator(drawn.Addresses);
        Instances = new InstanceRegistry(InstanceIds, MachineIds);
        Addresses = seed.Zones.ToDictionary(
            zone => zone.Code,
            zone => new ZoneAddresses(seed.AddressBlocks.FirstOrDefault(blocks => blocks.Zone == zone.Code), DrawnAddresses));
        Schedule = new ProvisioningSchedule(options.Durations, drawn is null ? ChanceOf("durations") : new SeededGenerator(drawn.Durations));
        Traffic = new ZoneTraffic(began ?? clock.Now);
        Faults = new FaultPlan(drawn?.Faults is { } faults ? new SeededGenerator(faults) : ChanceOf("faults"), options.MaximumFaults);
        NamedFaults = new NamedFaults();
        Rivals = new Rivals(Machines, Addresses, Events);
        Provisioner = new Provisioner(Schedule, Instances, Machines, PrivateNetworks, PublicNetworks, Traffic, Events);
    }

    private World(World other, WorldOptions options, SandboxClock clock)
    {
        Name = other.Name;
        Options = options;
        SeededWith = other.SeededWith;
        Events = new EventLog(options.EventsLimit);
        Clock = clock;
        InstanceIds = other.InstanceIds.Copy();
        PrivateNetworkIds = other.PrivateNetworkIds.Copy();
        PublicNetworkIds = other.PublicNetworkIds.Copy();
        MachineIds = other.MachineIds.Copy();
        (Zones, InstanceTypes, Images) = (other.Zones, other.InstanceTypes, other.Images);
        Accounts = other.Accounts.Copy();
        Machines = other.Machines.Copy(MachineIds);
        DrawnAddresses = new SeededGenerator(other.DrawnAddresses.State);
        Addresses = other.Addresses.ToDictionary(zone => zone.Key, zone => zone.Value.Copy(DrawnAddresses));
        PrivateNetworks = other.PrivateNetworks.Copy(network => network.Copy());
        PublicNetworks = other.PublicNetworks.Copy(network => network.Copy());
        Instances = other.Instances.Copy(InstanceIds, MachineIds);
        Schedule = other.Schedule.Copy(options.Durations);
        Traffic = other.Traffic.Copy();
        Faults = other.Faults.Copy(options.MaximumFaults);
        NamedFaults = other.NamedFaults.Copy();
        Rivals = other.Rivals.Copy(Machines, Addresses, Events);
        Provisioner = new Provisioner(Schedule, Instances, Machines, PrivateNetworks, PublicNetworks, Traffic, Events);
    }

    /// <summary>
    /// A world of its own that is as this one is now. Rows are shared until one of both changes them, so it costs little however many there are.
    /// </summary>
    public World Copy() => Copy(Options, Clock.Anchor);

    /// <summary>The same with other options, which hold for what begins from now on, and at another time.</summary>
    public World Copy(WorldOptions options, ClockAnchor clock) => new(this, options, new SandboxClock(clock));

    /// <summary>The name from which its chance is seeded.</summary>
    public string Name { get; }

    /// <summary>What it began with.</summary>
    public WorldSeed SeededWith { get; }

    /// <summary>What decides which address is drawn.</summary>
    public SeededGenerator DrawnAddresses { get; }

    /// <summary>What can be set about it.</summary>
    public WorldOptions Options { get; }

    /// <summary>Its time.</summary>
    public SandboxClock Clock { get; }

    /// <summary>Ids of instances.</summary>
    public IdSequence InstanceIds { get; }

    /// <summary>Ids of private networks.</summary>
    public IdSequence PrivateNetworkIds { get; }

    /// <summary>Ids of public networks.</summary>
    public IdSequence PublicNetworkIds { get; }

    /// <summary>Ids of machines.</summary>
    public IdSequence MachineIds { get; }

    /// <summary>All zones.</summary>
    public ZoneCatalogue Zones { get; }

    /// <summary>All models by code.</summary>
    public IReadOnlyDictionary<string, InstanceType> InstanceTypes { get; }

    /// <summary>All images.</summary>
    public ImageCatalogue Images { get; }

    /// <summary>Its accounts.</summary>
    public AccountBook Accounts { get; }

    /// <summary>Its machines.</summary>
    public MachineInventory Machines { get; }

    /// <summary>The public addresses of each zone.</summary>
    public IReadOnlyDictionary<ZoneCode, ZoneAddresses> Addresses { get; }

    /// <summary>Its private networks.</summary>
    public NetworkRegistry<PrivateNetwork> PrivateNetworks { get; } = new();

    /// <summary>Its public networks.</summary>
    public NetworkRegistry<PublicNetwork> PublicNetworks { get; } = new();

    /// <summary>Its instances.</summary>
    public InstanceRegistry Instances { get; }

    /// <summary>The traffic of its zones.</summary>
    public ZoneTraffic Traffic { get; }

    /// <summary>What shall go wrong.</summary>
    public FaultPlan Faults { get; }

    /// <summary>What went wrong by the end of a name.</summary>
    public NamedFaults NamedFaults { get; }

    /// <summary>What somebody else has taken.</summary>
    public Rivals Rivals { get; }

    /// <summary>When the next thing is due; null when nothing is.</summary>
    public DateTimeOffset? NextDue => Rivals.NextDue is { } back && !(Schedule.NextDue <= back) ? back : Schedule.NextDue;

    /// <summary>What is due when.</summary>
    public ProvisioningSchedule Schedule { get; }

    /// <summary>What does the work that is due.</summary>
    public Provisioner Provisioner { get; }

    /// <summary>What has happened since the beginning of the last <see cref="PlayDue"/>.</summary>
    public EventLog Events { get; }

    /// <summary>What fault rules do to the machines of the call that they were last matched with, and its number.</summary>
    public (long Number, MatchedFaults? Faults) Matched { get; set; }

    /// <summary>What fault rules do to the machines of the call that is carried out; null for nothing.</summary>
    public MatchedFaults? FaultyMachines => Matched.Number == Events.Cause ? Matched.Faults : null;

    /// <summary>Does everything that is due at its time now; the beginning of whatever happens to it.</summary>
    /// <param name="outside">The time outside.</param>
    /// <returns>Its time now.</returns>
    public DateTimeOffset PlayDue(DateTimeOffset outside)
    {
        var now = Clock.Read(outside);
        Events.Clear();
        PlayUntil(now);
        return now;
    }

    /// <summary>
    /// Moves the clock as far as each Describe call does. That is before the call looks: one that waits for something sees what has become of it
    /// then, and what became due on the way has happened at its own time, in order.
    /// </summary>
    /// <returns>Its time then.</returns>
    public DateTimeOffset MovePerDescribe()
    {
        if (Clock.PerDescribe > TimeSpan.Zero)
        {
            var before = Clock.Now;
            MoveTo(before.Plus(Clock.PerDescribe));
            Events.Add(EventKind.ClockMoved, Clock.Now, "clock", $"{before:O}", $"{Clock.Now:O}", "per Describe call");
        }

        return Clock.Now;
    }

    /// <summary>Moves the clock forward and does everything that is due until then, each at its own time.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        Clock.MoveTo(instant);
        PlayUntil(instant);
    }

    /// <summary>Does everything that is due until then.</summary>
    public void PlayUntil(DateTimeOffset instant)
    {
        var cause = Events.Cause;
        Events.Cause = 0;
        while (Rivals.NextDue is { } back && back <= instant)
        {
            Provisioner.PlayUntil(back);
            Rivals.GiveBack();
        }

        Provisioner.PlayUntil(instant);
        Events.Cause = cause;
    }
}
