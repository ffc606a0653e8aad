namespace EdgeZone.Emulator.Reviewing;

/// <summary>What a reviewer would say.</summary>
/// <param name="Kind">What it is about, in a word.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Calls">The numbers of the calls that it is about, the first ones.</param>
/// <param name="Fidelity">The id of a row of <c>docs/fidelity.md</c>; null when it is about none.</param>
internal sealed record Remark(string Kind, string Text, IReadOnlyList<long> Calls, string? Fidelity = null)
{
    /// <summary>How many calls a remark names.</summary>
    private const int MostCalls = 20;

    public static Remark Of(string kind, string text, params IEnumerable<ReviewedCall> calls) =>
        new(kind, text, [.. calls.Select(call => call.Number).Take(MostCalls)]);
}
