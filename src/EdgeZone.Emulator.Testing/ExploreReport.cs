using EdgeZone.Emulator.Exploring;
using EdgeZone.Emulator.Exploring.Reports;

namespace EdgeZone.Emulator.Testing;

/// <summary>What a search has found. Its text is a table for people.</summary>
public sealed class ExploreReport
{
    private readonly ExplorationReport _report;

    internal ExploreReport(ExplorationReport report)
    {
        _report = report;
        Findings = [.. report.Findings.Select(finding => new ExploreFinding(finding))];
    }

    /// <summary>How many runs there were, those left out that confirmed a finding.</summary>
    public int Runs => _report.Runs;

    /// <summary>How many were left out because nothing new could come of them.</summary>
    public int Pruned => _report.Pruned;

    /// <summary>How many were left out because of <see cref="ExploreOptions.Limit"/>.</summary>
    public int Skipped => _report.Skipped;

    /// <summary>What is wrong with the code; each with the shortest way to it that was found.</summary>
    public IReadOnlyList<ExploreFinding> Findings { get; }

    /// <summary>Throws when anything was found.</summary>
    /// <exception cref="ExploreException">Something was; the message is the table.</exception>
    public void Verify()
    {
        if (Findings.Count > 0)
        {
            throw new ExploreException(ToString());
        }
    }

    /// <summary>Everything as one JSON object, as the command <c>explore</c> writes it with <c>--report</c>.</summary>
    public string ToJson() => ExplorationView.Of(_report).ToJson();

    /// <summary>The table.</summary>
    public override string ToString() => ReportText.Of(_report, commandFor: null);
}
