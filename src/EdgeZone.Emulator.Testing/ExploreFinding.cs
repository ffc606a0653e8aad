using EdgeZone.Emulator.Exploring;
using EdgeZone.Emulator.Exploring.Reports;

namespace EdgeZone.Emulator.Testing;

/// <summary>Something that is wrong with code that was explored.</summary>
public sealed class ExploreFinding
{
    private readonly Finding _finding;

    internal ExploreFinding(Finding finding) => _finding = finding;

    /// <summary>What has to go wrong for it, for instance <c>CreateInstances-1-answer-lost</c>; of two things with a plus between.</summary>
    public string Id => _finding.Id;

    /// <summary>What is wrong.</summary>
    public ExploreFindingKind Kind => Enum.Parse<ExploreFindingKind>(_finding.Kind.ToString());

    /// <summary>The action whose call the last fault concerns.</summary>
    public string Action => _finding.Scenario.Last.Action;

    /// <summary>The ids of everything that led to it, this one's first.</summary>
    public IReadOnlyList<string> Places => _finding.Places;

    /// <summary>The fault rules for it, as the control plane takes them.</summary>
    public IReadOnlyList<string> Rules => [.. _finding.Scenario.Rules().Select(rule => rule.ToJsonString())];

    /// <summary>Whether it did not show in every one of three runs.</summary>
    public bool IsFlaky => _finding.IsFlaky;

    /// <summary>What happened, in a few lines.</summary>
    public override string ToString() => ReportText.Of(_finding, commandFor: null);
}
