namespace EdgeZone.Emulator.Exploring;

/// <summary>Something that is wrong with the program, with the shortest way to it that was found.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Scenario">What has to go wrong for it.</param>
/// <param name="Run">A run in which it did.</param>
/// <param name="Places">The ids of all scenarios that led to it, the one above first.</param>
/// <param name="Repeats">In how many of <see cref="Attempts"/> runs it showed.</param>
internal sealed record Finding(FindingKind Kind, Scenario Scenario, Observation Run, IReadOnlyList<string> Places, int Repeats)
{
    /// <summary>How many runs of a scenario it takes to believe it.</summary>
    public const int Attempts = 3;

    /// <summary>Its id, with which it can be run again.</summary>
    public string Id => Scenario.Id;

    /// <summary>Whether it did not show every time.</summary>
    public bool IsFlaky => Repeats < Attempts;
}
