using EdgeZone.Emulator.Exploring;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing;

/// <summary>What a search searches for, and how long.</summary>
public sealed record ExploreOptions
{
    /// <summary>What shall go wrong. Default: everything but <see cref="ExploredFault.Timeout"/>, which takes real time.</summary>
    public IReadOnlyCollection<ExploredFault> Faults { get; init; } =
        [.. Enum.GetValues<ExploredFault>().Where(fault => fault != ExploredFault.Timeout)];

    /// <summary>What shall not count as wrong. Default: nothing.</summary>
    public IReadOnlyCollection<ExploreFindingKind> Allow { get; init; } = [];

    /// <summary>How many runs at the most; those that confirm a finding come on top. Default: 500.</summary>
    public int Limit { get; init; } = 500;

    /// <summary>How many runs go on side by side. Default: one for each processor.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// How patient a run is; the default is <see cref="RunUntilOptions"/>'s. Code that is not done then is <see cref="ExploreFindingKind.Endless"/>.
    /// </summary>
    public RunUntilOptions Patience { get; init; } = new();

    /// <summary>By how much a late answer is late, in real time. Default: 2 seconds.</summary>
    public TimeSpan Late { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The sandbox that each run begins from a fork of, with everything in it. Default: a fresh one in which work takes three seconds.</summary>
    public Sandbox? From { get; init; }

    /// <summary>What a fresh sandbox is like, where <see cref="From"/> names none.</summary>
    public SandboxOptions Sandbox { get; init; } = new() { Durations = new SandboxDurations { Profile = EmulatorDurations.Fast } };

    /// <summary>A judge besides the one that nobody has to write: throws when a run that reports success was none. Default: none.</summary>
    public Func<Sandbox, Task>? Oracle { get; init; }

    /// <summary>Whether what can bring nothing new is run all the same.</summary>
    internal bool LeavesNothingOut { get; init; }

    internal ExplorationOptions Internal => new()
    {
        Kinds = Faults.Select(fault => Enum.Parse<FaultKind>(fault.ToString())).ToHashSet(),
        Allowed = Allow.Select(kind => Enum.Parse<FindingKind>(kind.ToString())).ToHashSet(),
        Limit = Limit,
        Jobs = Jobs,
        Late = Late,
        Prunes = !LeavesNothingOut,
    };
}
