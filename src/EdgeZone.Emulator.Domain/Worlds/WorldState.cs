using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Time;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>A whole sandbox written down: plain data from which another one goes on as this one would. Nothing in it follows from the rest.</summary>
public sealed record WorldState
{
    /// <summary>The version of what is written down here; another one is not read.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version that it was written in.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The name from which its chance was seeded.</summary>
    public required string Name { get; init; }

    /// <summary>What can be set about it.</summary>
    public required WorldOptions Options { get; init; }

    /// <summary>What it began with; zones, models, images, accounts' template and address blocks are still as they stand there.</summary>
    public required WorldSeed Seed { get; init; }

    /// <summary>Its clock.</summary>
    public required ClockAnchor Clock { get; init; }

    /// <summary>The number of the last call or command.</summary>
    public required long Number { get; init; }

    /// <summary>How many ids were issued.</summary>
    public required IssuedIds Issued { get; init; }

    /// <summary>Where chance has come to.</summary>
    public required ChanceState Chance { get; init; }

    /// <summary>Its accounts, the first one first.</summary>
    public required IReadOnlyList<AccountState> Accounts { get; init; }

    /// <summary>What an account that is opened later may have.</summary>
    public required IReadOnlyList<Accounts.InstanceQuota> Quotas { get; init; }

    /// <summary>The free machines; those that are taken stand with their instances.</summary>
    public required IReadOnlyList<FreeMachines> Machines { get; init; }

    /// <summary>Its private networks, in order of creation.</summary>
    public required IReadOnlyList<PrivateNetworkState> PrivateNetworks { get; init; }

    /// <summary>Its public networks, in order of creation.</summary>
    public required IReadOnlyList<PublicNetworkState> PublicNetworks { get; init; }

    /// <summary>Its instances, in order of creation.</summary>
    public required IReadOnlyList<Instance> Instances { get; init; }

    /// <summary>What is due when, in the order in which it will be done.</summary>
    public required IReadOnlyList<ScheduledStep> Pending { get; init; }

    /// <summary>When the sandbox began; there was no traffic before.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>How many machines of an account ran in a zone, minute by minute.</summary>
    public required IReadOnlyList<TrafficState> Traffic { get; init; }

    /// <summary>Its fault rules; null for none.</summary>
    public FaultPlanState? Faults { get; init; }

    /// <summary>The world that it was written down from and what was written then; null when it was written by somebody else.</summary>
    internal (World World, WorldState State)? Written { get; init; }

    /// <summary>
    /// The world that it was written down from, if nothing but the durations and the clock has been put in another's place since: a sandbox can go on
    /// from that one without reading the rest, which takes no longer for a million instances than for a few.
    /// </summary>
    internal World? Origin => Written is { } written
        && (this with { Options = Options with { Durations = written.State.Options.Durations }, Clock = written.State.Clock, Written = null }) == written.State
        ? written.World
        : null;
}
