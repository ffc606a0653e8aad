using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Accounts;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Rows;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Snapshots;

/// <summary>
/// A sandbox as a JSON document: a <see cref="WorldState"/> whose seed nobody has checked yet and whose instances name their model instead of
/// repeating it.
/// </summary>
internal sealed record Snapshot
{
    /// <summary>The version of this emulator.</summary>
    public static string EngineVersion { get; } = typeof(Snapshot).Assembly.GetName().Version!.ToString(3);

    /// <summary>The version of what is written down.</summary>
    public required int Version { get; init; }

    /// <summary>The version of the emulator that wrote it, for whoever reads it.</summary>
    public required string Engine { get; init; }

    public required string Name { get; init; }

    public required ClockAnchor Clock { get; init; }

    public required long Number { get; init; }

    public required IssuedIds Issued { get; init; }

    public required ChanceState Chance { get; init; }

    public required IReadOnlyList<AccountState> Accounts { get; init; }

    public required IReadOnlyList<InstanceQuota> Quotas { get; init; }

    public required IReadOnlyList<FreeMachines> Machines { get; init; }

    public required IReadOnlyList<PrivateNetworkState> PrivateNetworks { get; init; }

    public required IReadOnlyList<PublicNetworkState> PublicNetworks { get; init; }

    public required IReadOnlyList<InstanceText> Instances { get; init; }

    public required IReadOnlyList<ScheduledStep> Pending { get; init; }

    public required DateTimeOffset Began { get; init; }

    public required IReadOnlyList<TrafficState> Traffic { get; init; }

    /// <summary>The fault rules; absent for none, as in every snapshot that was written before there were any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FaultPlanState? Faults { get; init; }

    public required WorldOptions Options { get; init; }

    public required SeedText Seed { get; init; }

    public static Snapshot Of(WorldState state) => new()
    {
        Version = state.Version,
        Engine = EngineVersion,
        Name = state.Name,
        Clock = state.Clock,
        Number = state.Number,
        Issued = state.Issued,
        Chance = state.Chance,
        Accounts = state.Accounts,
        Quotas = state.Quotas,
        Machines = state.Machines,
        PrivateNetworks = state.PrivateNetworks,
        PublicNetworks = state.PublicNetworks,
        Instances = new Listing<InstanceText>(state.Instances.Count, () => state.Instances.Select(InstanceText.Of)),
        Pending = state.Pending,
        Began = state.Began,
        Traffic = state.Traffic,
        Faults = state.Faults,
        Options = state.Options,
        Seed = SeedText.Of(state.Seed),
    };

    /// <exception cref="WorldStateException">
    /// It is of another version, its seed contradicts itself, or an instance is of a model that the seed does not have.
    /// </exception>
    public WorldState ToState()
    {
        if (Version != WorldState.CurrentVersion)
        {
            throw new WorldStateException("version", $"This emulator reads version {WorldState.CurrentVersion}, not {Version}.");
        }

        var seed = Seed.ToSeed();
        var models = seed.InstanceTypes.ToDictionary(type => type.Code, StringComparer.Ordinal);
        return new WorldState
        {
            Name = Name,
            Options = Options,
            Seed = seed,
            Clock = Clock,
            Number = Number,
            Issued = Issued,
            Chance = Chance,
            Accounts = Accounts,
            Quotas = Quotas,
            Machines = Machines,
            PrivateNetworks = PrivateNetworks,
            PublicNetworks = PublicNetworks,
            Instances = [.. Instances.Select((instance, i) => instance.ToInstance(models, $"instances[{i}]"))],
            Pending = Pending,
            Began = Began,
            Traffic = Traffic,
            Faults = Faults,
        };
    }
}
