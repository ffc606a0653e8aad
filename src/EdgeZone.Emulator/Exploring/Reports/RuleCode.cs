using System.Globalization;

namespace EdgeZone.Emulator.Exploring.Reports;

/// <summary>A fault as a line of C# on the fixture.</summary>
internal static class RuleCode
{
    /// <summary>The line for one of the faults of a scenario.</summary>
    public static string Of(Scenario scenario, int place)
    {
        var position = scenario.Positions[place];
        var skipped = (int)scenario.Rules()[place]["when"]!["skip"]!;
        var machine = position.Machine is { } index ? $".Machine({Text(index)})" : "";
        return $"await sandbox.Faults.On(\"{position.Action}\"){NthOf(skipped + 1)}{machine}.{OutcomeOf(position)};";
    }

    private static string NthOf(int number) => number switch
    {
        1 => ".First()",
        2 => ".Second()",
        3 => ".Third()",
        _ => $".Nth({Text(number)})",
    };

    private static string OutcomeOf(Position position) => position.Kind switch
    {
        FaultKind.Throttled => "Throttles()",
        FaultKind.RequestLost => "LosesRequest()",
        FaultKind.AnswerLost => "LosesAnswer()",
        FaultKind.Timeout => $"Delays(TimeSpan.Parse(\"{position.Outcome["delay"]}\"))",
        FaultKind.Partial => "Unavailable()",
        FaultKind.Machine => $"{WayOf(position)}(Phase.{Capitalized(position.Phase!)})",
        FaultKind.Rival when position.Outcome["rival"]!["machines"] is { } machines => $"Rival().TakesMachines({machines})",
        FaultKind.Rival => $"Rival().TakesAddresses({position.Outcome["rival"]!["addresses"]})",
        _ => $"Throws(\"{position.Outcome["error"]!["code"]}\")",
    };

    private static string WayOf(Position position) => (string?)position.Outcome["provisioning"]!["outcome"] == "hangs" ? "HangsAt" : "FailsAt";

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
