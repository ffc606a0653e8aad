using System.Text.Json;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Journals;

namespace EdgeZone.Emulator.Reviewing;

/// <summary>A call as a reviewer reads it.</summary>
internal sealed class ReviewedCall(JournalEntry entry)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    private readonly Lazy<JsonElement> _parameters = new(() => EntryText.ParametersOf(entry.Call!));
    private readonly Lazy<JsonElement> _answer = new(() =>
        EntryText.AnswerOf(entry) is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty("Response", out var inside) ? inside : Nothing);

    public long Number => entry.Number;

    public string Action => entry.Call!.Action.Name;

    public long AppId => entry.AppId;

    public string Region => entry.Call!.Region;

    public DateTimeOffset Outside => entry.Outside;

    public DateTimeOffset? Inside => entry.Inside;

    public string Outcome => entry.Outcome;

    public bool IsOk => entry.Error is null;

    public bool IsLook => Action.StartsWith("Describe", StringComparison.Ordinal);

    /// <summary>Whether it was carried out, and the caller did not learn what came of it.</summary>
    public bool IsAnswerLost => entry.Fault?.Word is "dropAnswer" or "truncated" or "garbled";

    /// <summary>Whether the caller was told to try again.</summary>
    public bool IsTransient =>
        entry.Error is { Code: var code } && (code == "InternalError" || code.StartsWith("RequestLimitExceeded", StringComparison.Ordinal));

    public JsonElement Parameters => _parameters.Value;

    public JsonElement Answer => _answer.Value;

    public IReadOnlyList<WorldEvent> Events => entry.Events;

    /// <summary>Whether it asks for just the same.</summary>
    public bool Repeats(ReviewedCall earlier) =>
        Action == earlier.Action && AppId == earlier.AppId && Parameters.GetRawText() == earlier.Parameters.GetRawText();

    /// <summary>A number among its parameters, or in its answer.</summary>
    public static long? WholeNumber(JsonElement of, string member) =>
        of.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    /// <summary>Texts of a list among its parameters, or in its answer.</summary>
    public static IReadOnlyList<string> Texts(JsonElement of, string member) =>
        of.TryGetProperty(member, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    /// <summary>Whether a text stands in its parameters or its answer.</summary>
    public bool Mentions(string text) =>
        Parameters.GetRawText().Contains(text, StringComparison.Ordinal) || Answer.GetRawText().Contains(text, StringComparison.Ordinal);
}
