using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Chance;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Images;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.Zones;

namespace EdgeZone.Emulator.Domain;

/// <summary>One sandbox: a small world with its own stock, quotas, networks, instances, clock and chance.</summary>
/// <remarks>
/// Each public member is one use case. It holds the one lock from beginning to end, first does whatever has become due, then judges
/// and acts; so two callers can never both get the last machine, address or unit of quota. A refused call changes nothing.
/// What is returned is immutable and may be read outside the lock.
/// </remarks>
public sealed partial class EdgeCloud
{
    private readonly Lock _gate = new();
    private readonly EdgeCloudOptions _options;
    private readonly SandboxClock _clock;
    private readonly RequestIds _requestIds;
    private readonly IdSequence _instanceIds;
    private readonly IdSequence _privateNetworkIds;
    private readonly IdSequence _publicNetworkIds;
    private readonly ZoneCatalogue _zones;
    private readonly Dictionary<string, InstanceType> _instanceTypes;
    private readonly ImageCatalogue _images;
    private readonly AccountBook _accounts;
    private readonly MachineInventory _machines;
    private readonly Dictionary<string, ZoneAddresses> _addresses;
    private readonly NetworkRegistry<PrivateNetwork> _privateNetworks = new();
    private readonly NetworkRegistry<PublicNetwork> _publicNetworks = new();
    private readonly InstanceRegistry _instances = new();
    private readonly ProvisioningSchedule _schedule;
    private readonly Provisioner _provisioner;
    private long _privateNetworkCount;
    private long _publicNetworkCount;

    /// <summary>Sets a sandbox up.</summary>
    /// <param name="name">Its name; part of the seed of its chance.</param>
    /// <param name="seed">What it begins with.</param>
    /// <param name="options">What can be set about it.</param>
    /// <param name="appIds">Its accounts, at least one; the first owns the networks of the seed.</param>
    /// <param name="time">The time outside.</param>
    /// <exception cref="ArgumentException">The seed contradicts itself or an option is out of range.</exception>
    /// <exception cref="ControlException">The rate does not fit the clock's mode.</exception>
    public EdgeCloud(string name, WorldSeed seed, EdgeCloudOptions options, IReadOnlyList<long> appIds, TimeProvider time)
    {
        seed.EnsureConsistent();
        Name = name;
        _options = options;
        _clock = new SandboxClock(time, options.ClockMode, options.ClockRate);
        _requestIds = new RequestIds(ChanceOf("requests"));
        _instanceIds = new IdSequence(options.InstanceIdPrefix, IdSequence.LettersAndDigits, ChanceOf("instances"));
        _privateNetworkIds = new IdSequence("ein", IdSequence.HexDigits, ChanceOf("private networks"));
        _publicNetworkIds = new IdSequence("epn", IdSequence.HexDigits, ChanceOf("public networks"));
        _zones = new ZoneCatalogue(seed.Zones);
        _instanceTypes = seed.InstanceTypes.ToDictionary(type => type.Code, StringComparer.Ordinal);
        _images = new ImageCatalogue(seed.Images, seed.DefaultImageId);
        _accounts = new AccountBook(seed.Accounts, appIds);
        _machines = new MachineInventory(seed.Racks, new IdSequence("srv", IdSequence.LettersAndDigits, ChanceOf("machines")));
        var drawnAddresses = ChanceOf("addresses");
        _addresses = seed.Zones.ToDictionary(
            zone => zone.Code,
            zone => new ZoneAddresses(seed.AddressBlocks.FirstOrDefault(blocks => blocks.Zone == zone.Code), drawnAddresses),
            StringComparer.Ordinal);
        _schedule = new ProvisioningSchedule(options.Durations, ChanceOf("durations"));
        _provisioner = new Provisioner(_schedule, _instances, _machines, _privateNetworks, _publicNetworks);
        Plant(seed, _clock.Read());
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>An id for a call, a UUID of version 4.</summary>
    public Guid NextRequestId() => _requestIds.Next();

    private SeededGenerator ChanceOf(string purpose) => SeededGenerator.For(_options.Chance, Name, purpose);

    /// <summary>Does whatever is due; the beginning of every use case.</summary>
    private DateTimeOffset Settle(HappeningLog? log = null)
    {
        var now = _clock.Read();
        _provisioner.PlayUntil(now, log ?? new HappeningLog(0));
        return now;
    }
}
