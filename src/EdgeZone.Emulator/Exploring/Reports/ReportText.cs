using System.Text;

namespace EdgeZone.Emulator.Exploring.Reports;

/// <summary>A report for people.</summary>
internal static class ReportText
{
    /// <summary>How many calls around the fault are shown.</summary>
    private const int MostCalls = 8;

    private const int MostPlaces = 6;

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="commandFor">The command that runs a scenario again; null for none.</param>
    public static string Of(ExplorationReport report, Func<string, string>? commandFor)
    {
        var text = new StringBuilder();
        text.Append(Headline(report)).Append('\n');
        foreach (var (finding, number) in report.Findings.Select((finding, place) => (finding, place + 1)))
        {
            Write(text.Append('\n'), finding, number, commandFor);
        }

        return text.ToString();
    }

    /// <summary>One finding, without a number.</summary>
    public static string Of(Finding finding, Func<string, string>? commandFor)
    {
        var text = new StringBuilder();
        Write(text, finding, number: null, commandFor);
        return text.ToString();
    }

    /// <summary>The calls of a run, those marked to which a fault happened.</summary>
    public static string CallsOf(Observation run)
    {
        var struck = run.Calls.ToList().FindLastIndex(call => call.IsStruck);
        var first = Math.Max(0, Math.Min(struck - (MostCalls / 2), run.Calls.Count - MostCalls));
        var shown = run.Calls.Skip(first).Take(MostCalls).Select(call => $"{call.Number} {call.Action} {(call.IsStruck ? "⚡" : "→")} {call.Outcome}");
        return string.Join(
            ", ", [.. first > 0 ? ["…"] : Array.Empty<string>(), .. shown, .. first + MostCalls < run.Calls.Count ? ["…"] : Array.Empty<string>()]);
    }

    private static string Headline(ExplorationReport report) => report.State switch
    {
        ExplorationState.UndisturbedFails =>
            $"The program fails although nothing went wrong ({report.Undisturbed!.Objection ?? report.Undisturbed.Detail}): there is nothing to compare with.\n"
            + $"   calls    {(report.Undisturbed.Calls.Count == 0 ? "none" : CallsOf(report.Undisturbed))}"
            + (report.Undisturbed.LastWords is { Length: > 0 } words ? $"\n   it said  {words.ReplaceLineEndings("\n            ")}" : ""),
        ExplorationState.UndisturbedDiffers =>
            "The program is flaky: of two runs in which nothing went wrong, in the same world, the second was another. There is nothing to compare with.",
        ExplorationState.Complete when report.Undisturbed!.Calls.Count == 0 =>
            "The program makes no call that reached its sandbox: it has to use the endpoint and the credential of that.",
        ExplorationState.Interrupted => $"Interrupted. {Tally(report)}",
        _ => Tally(report),
    };

    private static string Tally(ExplorationReport report) =>
        $"{Count(report.Findings.Count, "finding")} in {Count(report.Runs, "run")}; {report.Pruned} left out because nothing new could come of them, "
        + $"{report.Skipped} because of the limit{(report.Missed == 0 ? "" : $", {report.Missed} met no call")}.";

    private static void Write(StringBuilder text, Finding finding, int? number, Func<string, string>? commandFor)
    {
        var run = finding.Run;
        var times = finding.IsFlaky ? $"flaky, {finding.Repeats} of {Finding.Attempts} runs" : $"{finding.Repeats} of {Finding.Attempts} runs";
        text.Append(number is null ? "" : $"{number}. ")
            .Append(finding.Kind.Word())
            .Append(": ")
            .Append(Explain(finding))
            .Append(" (")
            .Append(times)
            .Append(")\n");
        Line("calls", CallsOf(run));
        Line("ended", run.Objection ?? run.Detail);
        Line("holds", run.Held.ToString());
        Line("rules", string.Join(' ', finding.Scenario.Rules().Select(rule => rule.ToJsonString())));
        Line("C#", string.Join(' ', finding.Scenario.Positions.Select((_, place) => RuleCode.Of(finding.Scenario, place))));
        if (finding.Places.Count > 1)
        {
            var more = finding.Places.Count > MostPlaces + 1 ? $" and {finding.Places.Count - MostPlaces - 1} more" : "";
            Line("also at", string.Join(", ", finding.Places.Skip(1).Take(MostPlaces)) + more);
        }

        if (commandFor is not null)
        {
            Line("again", commandFor(finding.Id));
        }

        void Line(string name, string value) => text.Append("   ").Append(name.PadRight(8)).Append(' ').Append(value).Append('\n');
    }

    private static string Explain(Finding finding) => finding.Kind switch
    {
        FindingKind.Lie => $"it reports success without having all of it after {finding.Scenario.Id}",
        FindingKind.Duplicate => $"it reports success and holds more than it wanted after {finding.Scenario.Id}",
        FindingKind.Leak => $"it reports failure and leaves things behind after {finding.Scenario.Id}",
        FindingKind.Endless => $"it does not come to an end after {finding.Scenario.Id}",
        FindingKind.Crash => $"a signal ended it after {finding.Scenario.Id}",
        _ => $"the oracle objects after {finding.Scenario.Id}",
    };

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
