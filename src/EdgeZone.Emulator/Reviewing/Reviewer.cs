namespace EdgeZone.Emulator.Reviewing;

/// <summary>
/// Reads the journal of a test that has passed, as a careful colleague would: what went well only because nothing went wrong, and what a green test has
/// not proved of the real service.
/// </summary>
internal static class Reviewer
{
    private static readonly Func<ReviewedJournal, IEnumerable<Remark>>[] Rules =
    [
        RetryRules.BlindRepeats,
        RetryRules.WithoutPause,
        RetryRules.WithoutEnd,
        AnswerRules.FailedCountIgnored,
        AnswerRules.ErrorsUnseen,
        AnswerRules.PagesUnfetched,
        UsageRules.NearRateLimit,
        UsageRules.NeverGivenBack,
        UsageRules.DeprecatedParameters,
        UsageRules.Unproven,
    ];

    public static IReadOnlyList<Remark> Review(ReviewedJournal journal) => [.. Rules.SelectMany(rule => rule(journal))];
}
