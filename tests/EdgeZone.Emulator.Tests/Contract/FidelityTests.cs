using System.Text.RegularExpressions;

namespace EdgeZone.Emulator.Tests.Contract;

/// <summary>The page that says how faithful the emulator is says what the contract file says.</summary>
public partial class FidelityTests
{
    private const int CellsOfDecisions = 5;
    private const int CellsOfCodes = 3;

    private static readonly string[][] Rows = ReadRows();

    private static readonly string[][] Decisions = [.. Rows.Where(row => row.Length == CellsOfDecisions)];

    [Fact]
    public void Every_action_has_a_row_that_links_its_page() => Assert.Equal(
        ApiContract.Actions.Select(action => $"[`{action.Name}`]({action.Page})").Order(StringComparer.Ordinal),
        Decisions.Select(row => row[0]).Where(cell => cell.StartsWith('[')).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_action_has_a_decision_and_every_decision_an_action_and_a_basis()
    {
        string[][] decisions = [.. Decisions.Where(row => !row[0].StartsWith('['))];

        Assert.Equal(
            ApiContract.Actions.Select(action => $"`{action.Name}`").Append("all actions").Order(StringComparer.Ordinal),
            decisions.Select(row => row[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Decisions, row => Assert.Contains(row[2], new[] { "documented", "inferred", "ours" }));
        Assert.Equal(decisions.Length, decisions.Select(row => $"{row[0]} {row[1]}").Distinct().Count());
    }

    [Fact]
    public void Every_difference_between_the_editions_stands_in_the_row_of_its_action_and_nothing_else_does()
    {
        foreach (var action in ApiContract.Actions)
        {
            var row = Assert.Single(Decisions, row => row[0].StartsWith($"[`{action.Name}`]", StringComparison.Ordinal));

            Assert.Equal(
                (action.Name, string.Join(' ', Differences(action).Order(StringComparer.Ordinal))),
                (action.Name, string.Join(' ', Code().Matches(row[3]).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal))));
        }
    }

    [Fact]
    public void Every_code_that_only_a_fault_rule_answers_is_listed_with_its_reason_and_no_other() => Assert.Equal(
        ApiContract.Actions.SelectMany(action => action.Codes
            .Where(code => code.Unreached is not null)
            .Select(code => $"`{action.Name}` `{code.Code}` {ApiContract.Reasons[code.Unreached!]}")),
        Rows.Where(row => row.Length == CellsOfCodes).Select(row => string.Join(' ', row)));

    private static IEnumerable<string> Differences(ContractAction action)
    {
        var parameters = action.Parameters
            .Where(parameter => Differ(parameter.Editions) || (parameter.RequiredIn.Count > 0 && Differ(parameter.RequiredIn)))
            .Select(parameter => parameter.Name);
        var codes = action.Codes.Where(code => Differ(code.Editions)).Select(code => code.Code);
        return [.. parameters, .. Members(action.Response), .. codes];
    }

    private static IEnumerable<string> Members(IReadOnlyList<ContractField> fields) => fields.SelectMany(field =>
        ApiContract.Shapes.TryGetValue(field.Type.Replace("[]", "", StringComparison.Ordinal), out var shape) ? Members(shape)
        : Differ(field.Editions) ? [field.Name] : []);

    private static bool Differ(IReadOnlyList<string> editions) => editions.Count < ApiContract.Editions.Count;

    /// <summary>The cells of all tables, without their heads.</summary>
    private static string[][] ReadRows()
    {
        using var stream = typeof(FidelityTests).Assembly.GetManifestResourceStream("fidelity.md")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n')
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Action |", StringComparison.Ordinal))
                .Select(line => line.Trim('|', ' ').Split(" | ")),
        ];
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
