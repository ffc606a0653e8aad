using EdgeZone.Emulator.Actions;

namespace EdgeZone.Emulator.Exploring;

/// <summary>What to search for, and how long.</summary>
internal sealed record ExplorationOptions
{
    /// <summary>How many runs, when nothing else is said.</summary>
    public const int DefaultLimit = 500;

    /// <summary>What shall go wrong.</summary>
    public IReadOnlySet<FaultKind> Kinds { get; init; } = FaultKinds.All.ToHashSet();

    /// <summary>What shall not count as wrong.</summary>
    public IReadOnlySet<FindingKind> Allowed { get; init; } = new HashSet<FindingKind>();

    /// <summary>How many scenarios are run at the most; runs that confirm a finding come on top.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>How many runs go on side by side.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>By how much a late answer is late.</summary>
    public TimeSpan Late { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether what can bring nothing new is left out.</summary>
    public bool Prunes { get; init; } = true;

    /// <summary>Finds what can go wrong.</summary>
    public PositionFinder Finder() => new(Kinds, Late, CodesOf, Prunes);

    private static IReadOnlyList<string> CodesOf(string action) => SupportedActions.ByName.TryGetValue(action, out var known) ? known.Codes : [];
}
