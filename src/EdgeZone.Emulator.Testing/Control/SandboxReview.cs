namespace EdgeZone.Emulator.Testing.Control;

/// <summary>What a reviewer says of the calls of a sandbox.</summary>
/// <param name="Calls">How many calls were read.</param>
/// <param name="Truncated">Whether older ones are forgotten, so that something may have been overlooked.</param>
/// <param name="Remarks">What there is to say.</param>
public sealed record SandboxReview(int Calls, bool Truncated, IReadOnlyList<ReviewRemark> Remarks);

/// <summary>A remark of a reviewer.</summary>
/// <param name="Kind">
/// <c>blindRepeat</c>, <c>noBackoff</c>, <c>tooManyRetries</c>, <c>failedCountIgnored</c>, <c>errorUnseen</c>, <c>pageUnfetched</c>, <c>nearRateLimit</c>,
/// <c>neverGivenBack</c>, <c>deprecatedParameter</c> or <c>unproven</c>.
/// </param>
/// <param name="Text">One sentence.</param>
/// <param name="Calls">The numbers of the calls that it is about, at most 20.</param>
/// <param name="Fidelity">The id of a row of <c>docs/fidelity.md</c>; null when it is about none.</param>
public sealed record ReviewRemark(string Kind, string Text, IReadOnlyList<long> Calls, string? Fidelity = null)
{
    /// <summary>The sentence, and the calls.</summary>
    public override string ToString() =>
        $"{Kind}: {Text}{(Fidelity is null ? "" : $" [{Fidelity}]")}{(Calls.Count == 0 ? "" : $" (calls {string.Join(", ", Calls)})")}";
}
