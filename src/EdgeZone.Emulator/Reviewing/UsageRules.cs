using EdgeZone.Emulator.Actions;

namespace EdgeZone.Emulator.Reviewing;

/// <summary>What a client does with the API.</summary>
internal static class UsageRules
{
    /// <summary>From which part of the limit on somebody should know.</summary>
    private const double NearLimit = 0.8;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Calls that come nearly as often as the limit allows.</summary>
    public static IEnumerable<Remark> NearRateLimit(ReviewedJournal journal)
    {
        foreach (var calls in journal.Calls.GroupBy(call => (call.Action, call.AppId, call.Region)).Select(group => group.ToList()))
        {
            var (most, begin) = (0, 0);
            for (int first = 0, last = 0; last < calls.Count; last++)
            {
                while (calls[last].Outside - calls[first].Outside >= Second)
                {
                    first++;
                }

                (most, begin) = last - first + 1 > most ? (last - first + 1, first) : (most, begin);
            }

            if (most >= NearLimit * journal.CallsPerSecond)
            {
                yield return Remark.Of(
                    "nearRateLimit",
                    $"{calls[0].Action} is called {most} times within a second; the limit is {journal.CallsPerSecond} for each action and region.",
                    calls.Skip(begin).Take(most));
            }
        }
    }

    /// <summary>What is held at the end.</summary>
    public static IEnumerable<Remark> NeverGivenBack(ReviewedJournal journal) => journal.Held
        .GroupBy(held => held.What)
        .Select(group => Remark.Of(
            "neverGivenBack",
            $"Never given back: {group.Key} "
                + $"{string.Join(", ", group.Take(10).Select(held => held.Id))}{(group.Count() > 10 ? $" and {group.Count() - 10} more" : "")}.",
            journal.Calls.Where(
                call =>
                    group.Any(held => call.Events.Any(happened => happened.Cause == call.Number && happened.Subject == held.Id && happened.Before is null)))));

    /// <summary>Parameters that are to go.</summary>
    public static IEnumerable<Remark> DeprecatedParameters(ReviewedJournal journal) =>
        from action in SupportedActions.All
        from parameter in action.Parameters
        where parameter.IsDeprecated
        let calls = journal.Calls.Where(call => call.Action == action.Name && call.Parameters.TryGetProperty(parameter.Name, out _)).ToList()
        where calls.Count > 0
        select Remark.Of("deprecatedParameter", $"{parameter.Name} of {action.Name} is deprecated in the newer contract.", calls);

    /// <summary>What was relied on and stands in no document: the real service may do otherwise.</summary>
    public static IEnumerable<Remark> Unproven(ReviewedJournal journal) =>
        from row in FidelityTable.Rows
        where row.Basis != FidelityTable.Documented
        let calls = journal.Calls.Where(call => call.Action == row.Action).ToList()
        where calls.Count > 0
        let text = $"{row.Action}: {row.Text} That is {row.Basis}: the test has not proved it of the real service."
        select Remark.Of("unproven", text, calls) with { Fidelity = row.Id };
}
