using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EdgeZone.Emulator.Testing.Verification;

/// <summary>Where JSON is not as expected. Members that nobody expects are allowed; in expected texts <c>*</c> stands for any characters.</summary>
internal static class JsonDifference
{
    /// <summary>The places that differ, in words.</summary>
    public static IEnumerable<string> Between(JsonObject expected, JsonElement actual) => Between(expected, actual, "");

    private static IEnumerable<string> Between(JsonNode? expected, JsonElement actual, string path)
    {
        switch (expected)
        {
            case JsonObject members when actual.ValueKind == JsonValueKind.Object:
                return members.SelectMany(member => actual.TryGetProperty(member.Key, out var value)
                    ? Between(member.Value, value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")
                    : [$"`{(path.Length == 0 ? member.Key : $"{path}.{member.Key}")}` is missing, {Text(member.Value)} was expected"]);
            case JsonArray items when actual.ValueKind == JsonValueKind.Array && actual.GetArrayLength() == items.Count:
                return items.Zip(actual.EnumerateArray()).SelectMany((pair, index) => Between(pair.First, pair.Second, $"{path}[{index}]"));
            default:
                return IsEqual(expected, actual) ? [] : [$"`{path}` is {actual.GetRawText()}, {Text(expected)} was expected"];
        }
    }

    private static bool IsEqual(JsonNode? expected, JsonElement actual) => (expected, actual.ValueKind) switch
    {
        (null, JsonValueKind.Null) => true,
        (JsonValue value, JsonValueKind.String) => value.TryGetValue<string>(out var pattern) && IsLike(actual.GetString()!, pattern),
        (JsonValue value, JsonValueKind.Number) => value.GetValueKind() == JsonValueKind.Number && decimal.Parse(value.ToJsonString()) == actual.GetDecimal(),
        (JsonValue value, JsonValueKind.True or JsonValueKind.False) => value.GetValueKind() == actual.ValueKind,
        _ => false,
    };

    private static bool IsLike(string text, string pattern) => pattern.Contains('*', StringComparison.Ordinal)
        ? Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.Singleline | RegexOptions.CultureInvariant)
        : text == pattern;

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
