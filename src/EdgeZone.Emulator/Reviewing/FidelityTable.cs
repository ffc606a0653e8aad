namespace EdgeZone.Emulator.Reviewing;

/// <summary>The rows of <c>docs/fidelity.md</c>: what the emulator does in each place that the documents leave open, and how sure that is.</summary>
internal static class FidelityTable
{
    /// <summary>The basis of what a page of the service says.</summary>
    public const string Documented = "documented";

    private const string Page = "fidelity.md";

    private const int Cells = 5;

    private static readonly Lazy<IReadOnlyList<FidelityRow>> Read = new(() => [.. Parse()]);

    /// <summary>The decisions about actions.</summary>
    public static IReadOnlyList<FidelityRow> Rows => Read.Value;

    private static IEnumerable<FidelityRow> Parse()
    {
        using var reader = new StreamReader(typeof(FidelityTable).Assembly.GetManifestResourceStream(Page)!);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Trim('|', ' ').Split(" | ");
            if (cells.Length == Cells && cells[0].StartsWith('`'))
            {
                yield return new FidelityRow(cells[4], cells[0].Trim('`'), cells[1], cells[2]);
            }
        }
    }
}

/// <summary>A decision about an action.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Action">The action.</param>
/// <param name="Text">What the emulator does.</param>
/// <param name="Basis"><c>documented</c>, <c>inferred</c> or <c>ours</c>.</param>
internal sealed record FidelityRow(string Id, string Action, string Text, string Basis);
