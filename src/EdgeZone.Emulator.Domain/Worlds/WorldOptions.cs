using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Time;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>What can be set about a sandbox besides its seed.</summary>
public sealed record WorldOptions
{
    /// <summary>Seed of chance. The sandbox's name goes in as well, so two sandboxes differ.</summary>
    public long Chance { get; init; } = 1;

    /// <summary>What instance ids begin with, without the dash. The API's documents show <c>ins</c>, <c>bms</c> and <c>epm</c>.</summary>
    public string InstanceIdPrefix { get; init; } = "ins";

    /// <summary>How long the work on a machine takes.</summary>
    public ProvisioningDurations Durations { get; init; } = ProvisioningDurations.Fast;

    /// <summary>How many machines of a model a zone can be given.</summary>
    public int MaximumMachines { get; init; } = 1_000_000;

    /// <summary>How many of the events of one use case are kept.</summary>
    public int EventsLimit { get; init; } = 1000;

    /// <summary>How many fault rules there may be.</summary>
    public int MaximumFaults { get; init; } = 1000;

    /// <summary>Whether things go wrong by the end of an instance's name.</summary>
    public bool NamedFaults { get; init; }

    /// <summary>How time passes at first.</summary>
    public ClockMode ClockMode { get; init; } = ClockMode.Real;

    /// <summary>Seconds inside per second outside, for a scaled clock only.</summary>
    public double? ClockRate { get; init; }
}
