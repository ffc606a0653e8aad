using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.CommandLine;

/// <summary>
/// The parameters of a call as they stand on a command line: <c>--Limit 3</c>, <c>--Limit=3</c>, a list by its places
/// (<c>--InstanceIds.0 a</c>), repeated or as JSON. What the action does not declare is sent all the same, and refused by the API by its name.
/// </summary>
internal static class CallParameters
{
    /// <summary>The members that a file begins with; an empty object without a file.</summary>
    /// <exception cref="FormatException">It holds no JSON object.</exception>
    public static async Task<JsonObject> ReadFileAsync(string? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            return [];
        }

        var text = file == "-" ? await Console.In.ReadToEndAsync(cancellation) : await File.ReadAllTextAsync(file, cancellation);
        return Parse(text) as JsonObject ?? throw new FormatException($"'{file}' holds no JSON object.");
    }

    /// <summary>Adds what stands on the command line.</summary>
    /// <exception cref="FormatException">A name has no value, or a value no name.</exception>
    public static void Read(string action, IReadOnlyList<string> words, JsonObject parameters)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || words[i].Length == 2)
            {
                throw new FormatException($"'{words[i]}' is no parameter, such as --Zone ap-guangzhou-1.");
            }

            var (name, value) = words[i][2..].Split('=', 2) is [var left, var right] ? (left, right)
                : i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal) ? (words[i][2..], words[++i])
                : throw new FormatException($"{words[i]} has no value.");
            Put(parameters, name.Split('.'), value, TypeOf(action, name.Split('.')[0]), isRepeated: !given.Add(name));
        }
    }

    private static ParameterType? TypeOf(string action, string name) => SupportedActions.ByName.TryGetValue(action, out var found)
        ? found.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Type
        : null;

    private static void Put(JsonObject parameters, string[] path, string text, ParameterType? type, bool isRepeated)
    {
        JsonNode place = parameters;
        foreach (var (part, next) in path.Zip(path.Skip(1)))
        {
            place = Child(place, part) ?? Set(place, part, IsPlace(next) ? new JsonArray() : new JsonObject())!;
        }

        var isList = type == ParameterType.StringList && path.Length == 1;
        if (isList && Parse(text) is not JsonArray)
        {
            var list = (isRepeated ? Child(place, path[0]) as JsonArray : null) ?? [];
            list.Add((JsonNode)JsonValue.Create(text));
            if (list.Parent is null)
            {
                parameters[path[0]] = list;
            }

            return;
        }

        Set(place, path[^1], path.Length == 1 ? Value(text, type) : JsonValue.Create(text));
    }

    private static JsonNode? Value(string text, ParameterType? type) => type switch
    {
        ParameterType.String => JsonValue.Create(text),
        // What is no number stays a text, which the API refuses in its own words.
        ParameterType.Int64 or ParameterType.UInt64 or ParameterType.Bool => Parse(text) is JsonValue value ? value : JsonValue.Create(text),
        ParameterType.StringList => Parse(text),
        _ => Parse(text) is { } node and not JsonValue ? node : JsonValue.Create(text),
    };

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Child(JsonNode place, string part) => place switch
    {
        JsonArray list => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count ? list[index] : null,
        JsonObject members => members[part],
        _ => null,
    };

    private static JsonNode? Set(JsonNode place, string part, JsonNode? value)
    {
        switch (place)
        {
            case JsonObject members:
                members[part] = value;
                return value;
            case JsonArray list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count:
                list[index] = value;
                return value;
            case JsonArray list when IsPlace(part) && part == list.Count.ToString(CultureInfo.InvariantCulture):
                list.Add(value);
                return value;
            default:
                throw new FormatException($"'{part}' is no place in a list that follows the ones before it; the first is 0.");
        }
    }

    private static bool IsPlace(string part) => part.Length > 0 && part.All(char.IsAsciiDigit);
}
