using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing.Verification;

/// <summary>A call that a test claims to have been made, or not.</summary>
internal sealed record CallExpectation(string Action, JsonObject With)
{
    private const int Most = 5;

    private const int MostInRow = 10;

    /// <summary>Parameters as somebody wrote them down: a JSON object, or the text of one.</summary>
    public static JsonObject Read(JsonNode? with) => with switch
    {
        null => [],
        JsonObject members => members,
        JsonValue value when value.TryGetValue<string>(out var text) => ReadText(text),
        _ => throw new ArgumentException($"The parameters of a call are a JSON object, not {with.ToJsonString()}.", nameof(with)),
    };

    /// <summary>Holds the claim that the call was made so often against the calls.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="often">How often, in words.</param>
    /// <param name="isRight">Whether a number of times is that.</param>
    /// <returns>Null when it holds.</returns>
    public BrokenClaim? Count(IReadOnlyList<RecordedCall> calls, string often, Func<int, bool> isRight)
    {
        var met = calls.Where(IsMetBy).ToList();
        if (isRight(met.Count))
        {
            return null;
        }

        var findings = met.Count > 0 ? met.Take(Most).Select(call => $"{Show(call)} is one.").ToList() : [Nearest(calls)];
        return new BrokenClaim($"{this} was to be called {often}, and was {Called(met.Count)}.", findings);
    }

    /// <summary>Holds the claim that the calls were made in this order against the calls.</summary>
    /// <returns>Null when it holds.</returns>
    public static BrokenClaim? Order(IReadOnlyList<CallExpectation> expected, IReadOnlyList<RecordedCall> calls)
    {
        var place = 0;
        RecordedCall? before = null;
        foreach (var expectation in expected)
        {
            var next = place;
            while (next < calls.Count && !expectation.IsMetBy(calls[next]))
            {
                next++;
            }

            if (next == calls.Count)
            {
                var behind = before is null ? "" : $" behind {Show(before)}";
                return new BrokenClaim(
                    $"{expectation} was to be called{behind}, and was not. The order was to be {string.Join(", ", expected)}.",
                    [expectation.Nearest([.. calls.Skip(place)]), $"The calls were {Row(calls)}."]);
            }

            before = calls[next];
            place = next + 1;
        }

        return null;
    }

    /// <summary>A call in words.</summary>
    public static string Show(RecordedCall call) => $"#{call.Number} {call.Action}({Members(call.Parameters)}) → {call.Outcome}";

    public override string ToString()
    {
        var members = With.Select(member => $"{member.Key}: {Text(member.Value)}");
        return With.Count == 0 ? Action : $"{Action}({string.Join(", ", members)})";
    }

    private static JsonObject ReadText(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new JsonException("It is no object.");
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"The parameters of a call are a JSON object, not {text}: {e.Message}", nameof(text), e);
        }
    }

    private bool IsMetBy(RecordedCall call) => call.Action == Action && !DifferencesOf(call).Any();

    private string Nearest(IReadOnlyList<RecordedCall> calls)
    {
        var nearest = calls.Where(call => call.Action == Action).MinBy(call => DifferencesOf(call).Count());
        return nearest is null
            ? $"There was no call of {Action} at all{(calls.Count == 0 ? "." : $", but {Row(calls)}.")}"
            : $"Nearest came {Show(nearest)}: {string.Join(", ", DifferencesOf(nearest))}.";
    }

    private IEnumerable<string> DifferencesOf(RecordedCall call) => JsonDifference.Between(With, call.Parameters);

    private static string Row(IReadOnlyList<RecordedCall> calls)
    {
        var row = string.Join(", ", calls.Take(MostInRow).Select(call => $"#{call.Number} {call.Action}"));
        return calls.Count > MostInRow ? $"{row} and {calls.Count - MostInRow} more" : row;
    }

    private static string Members(JsonElement parameters) => parameters.ValueKind == JsonValueKind.Object
        ? string.Join(", ", parameters.EnumerateObject().Select(member => $"{member.Name}: {member.Value.GetRawText()}"))
        : parameters.GetRawText();

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";

    private static string Called(int times) => times switch
    {
        0 => "not",
        1 => "called once",
        _ => $"called {times} times",
    };
}
