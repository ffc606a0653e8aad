using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Tests.Wire;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>docs/control-plane.md says what the OpenAPI document says, and nothing of what there is not.</summary>
public sealed partial class ControlPlanePageTests
{
    private const string File = "control-plane.md";
    private const string Name = $"docs/{File}";
    private const string OverviewHeading = "## Requests";
    private const string SectionsHeading = "## Requests one by one";

    private static readonly string[] Page = ExpectedFile.Read(File);

    [Fact]
    public async Task Every_request_stands_there_with_all_that_it_takes_and_answers()
    {
        var reference = await ReadReferenceAsync();

        ExpectedFile.Compare(
            File, Page, Replace(Replace(Page, OverviewHeading, ["", .. reference.Overview, ""]), SectionsHeading, [.. reference.Sections, ""]));
    }

    [Fact]
    public async Task Every_path_on_the_page_is_one_that_there_is()
    {
        var reference = await ReadReferenceAsync();

        AssertNone(Page.SelectMany((text, line) => ReservedPath().Matches(text)
            .Where(path => !reference.HasPath(path.Value))
            .Select(path => $"{Name}, line {line + 1}: there is no {path.Value}")));
    }

    [Fact]
    public async Task Every_member_of_a_body_on_the_page_is_one_that_there_is()
    {
        var known = (await ReadReferenceAsync()).MemberNames;

        AssertNone(Page.SelectMany((text, line) => Body().Matches(text)
            .SelectMany(body => MembersOf(JsonDocument.Parse(body.Groups["json"].Value).RootElement))
            .Where(member => !known.Contains(member))
            .Select(member => $"{Name}, line {line + 1}: there is no member '{member}'")));
    }

    private static void AssertNone(IEnumerable<string> problems)
    {
        var text = string.Join('\n', problems);
        Assert.True(text.Length == 0, text);
    }

    private static async Task<RequestReference> ReadReferenceAsync()
    {
        await using var emulator = await EmulatorApplication.StartAsync();
        return new RequestReference(await emulator.GetAsync("/openapi/v1.json"));
    }

    /// <summary>The lines with others below a heading, up to the next one of its level.</summary>
    private static string[] Replace(string[] lines, string heading, string[] below)
    {
        var start = Array.IndexOf(lines, heading) + 1;
        Assert.True(start > 0, $"{Name} has no heading '{heading}'");
        var end = Array.FindIndex(lines, start, line => line.StartsWith("## ", StringComparison.Ordinal));
        return [.. lines[..start], .. below, .. end < 0 ? [] : lines[end..]];
    }

    private static IEnumerable<string> MembersOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => MembersOf(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(MembersOf),
        _ => [],
    };

    [GeneratedRegex($@"{ControlPlanePaths.Root}/[\w/{{}}.-]+")]
    private static partial Regex ReservedPath();

    // Between backticks, between quotes of a shell, or a line of its own.
    [GeneratedRegex("""`(?<json>\{".*?\})`|'(?<json>\{".*?\})'|^(?<json>\{".*\})$""")]
    private static partial Regex Body();
}
