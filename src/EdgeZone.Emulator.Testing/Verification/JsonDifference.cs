using System.Globalization;
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
        (JsonValue value, JsonValueKind.Number) => value.GetValueKind() == JsonValueKind.Number && IsSame(value.ToJsonString(), actual.GetRawText()),
        (JsonValue value, JsonValueKind.True or JsonValueKind.False) => value.GetValueKind() == actual.ValueKind,
        _ => false,
    };

    // 3 and 3.0 are one number.
    private static bool IsSame(string number, string other) => number == other
        || (decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
            && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var two)
            && one == two);

    private static bool IsLike(string text, string pattern)
    {
        var expression = Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal);
        return Regex.IsMatch(text, $"^{expression}$", RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
}
