using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.ControlPlane;

/// <summary>What the page about the control plane has to say of every request, made from the OpenAPI document.</summary>
internal sealed partial class RequestReference(JsonNode document)
{
    private const string Actions = $"{ControlPlanePaths.Root}/actions/";
    private const string Reserved = $"{ControlPlanePaths.Root}/";

    /// <summary>All requests in a table, in the document's order, each with a link to its section.</summary>
    public IEnumerable<string> Overview =>
    [
        "| Request | What it does |",
        "|---|---|",
        .. Operations.Select(operation => $"| [`{operation.Name}`](#{Anchor(operation.Name)}) | {operation.Summary} |"),
    ];

    /// <summary>A section for each request: what it does, takes and answers.</summary>
    public IEnumerable<string> Sections => Operations.SelectMany(Section);

    /// <summary>The names of all members that bodies and answers have.</summary>
    public IReadOnlySet<string> MemberNames => document["components"]!["schemas"]!.AsObject()
        .SelectMany(schema => Members(schema.Value!))
        .SelectMany(member => member.Name.Split('.')).ToHashSet();

    /// <summary>Whether there is a request with this path, in which names or values may stand for the document's names.</summary>
    public bool HasPath(string path) => path == $"{Actions}{{Action}}" || document["paths"]!.AsObject().Any(known =>
        Regex.IsMatch(path, $"^{Placeholder().Replace(Regex.Escape(known.Key), "[^/]+")}$"));

    private IEnumerable<Operation> Operations
    {
        get
        {
            var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => new Operation(
                $"{operation.Key.ToUpperInvariant()} {path.Key}", (string)operation.Value!["summary"]!, operation.Value!)));
            var reserved = operations.Where(operation => operation.Name.Contains($" {Reserved}", StringComparison.Ordinal)).ToList();
            // All actions are tried alike.
            var action = reserved.First(operation => operation.Name.Contains(Actions, StringComparison.Ordinal));
            return
            [
                .. reserved.Where(operation => !operation.Name.Contains(Actions, StringComparison.Ordinal)),
                new Operation($"POST {Actions}{{Action}}", "Tries an action", new JsonObject
                {
                    ["description"] = DescriptionOf((string)action.Facts["tags"]![0]!),
                    ["responses"] = new JsonObject { ["200"] = new JsonObject() },
                }),
            ];
        }
    }

    private string DescriptionOf(string tag) =>
        (string)document["tags"]!.AsArray().Single(known => (string?)known!["name"] == tag)!["description"]!;

    private IEnumerable<string> Section(Operation operation)
    {
        var facts = operation.Facts;
        yield return "";
        yield return $"### `{operation.Name}`";
        yield return "";
        yield return $"{operation.Summary}. {(string?)facts["description"]}".TrimEnd();
        string[] taken = [.. Taken(facts)];
        if (taken.Length > 0)
        {
            yield return "";
            yield return "| Takes | Type | Meaning |";
            yield return "|---|---|---|";
            foreach (var row in taken)
            {
                yield return row;
            }
        }

        yield return "";
        yield return string.Join(" ", Answers(facts));
    }

    private IEnumerable<string> Taken(JsonNode facts)
    {
        foreach (var parameter in facts["parameters"]?.AsArray() ?? [])
        {
            if ((string?)parameter!["in"] is "query" or "header")
            {
                yield return $"| `{ParameterName(parameter)}` | {TypeOf(parameter["schema"]!)} | {(string?)parameter["description"]} |";
            }
        }

        if (facts["requestBody"] is not { } body)
        {
            yield break;
        }

        if ((string?)body["description"] is { } description)
        {
            yield return $"| the body | object | {description} |";
        }

        foreach (var (name, schema) in Members(Schema(body["content"])!))
        {
            yield return $"| `{name}` | {TypeOf(schema)} | {(string?)schema["description"]} |";
        }
    }

    private IEnumerable<string> Answers(JsonNode facts)
    {
        var refusals = new List<string>();
        foreach (var (status, answer) in facts["responses"]!.AsObject())
        {
            if (status.StartsWith('4') || status.StartsWith('5'))
            {
                refusals.Add(status);
                continue;
            }

            var members = Schema(answer!["content"]) is { } schema ? NamesIn(schema) : "";
            var type = answer["content"]?.AsObject().First().Key;
            yield return members.Length > 0 ? $"Answers {status}: {members}."
                : type is null or "application/json" ? $"Answers {status}."
                : $"Answers {status}: `{type}`.";
        }

        if (refusals.Count > 0)
        {
            yield return $"Refuses with {string.Join(", ", refusals)}.";
        }
    }

    /// <summary>The names of an object's members, those of the objects in it in parentheses.</summary>
    private string NamesIn(JsonNode schema) => string.Join(", ", (schema["properties"]?.AsObject() ?? []).Select(property =>
    {
        var member = Resolve(property.Value!);
        var inner = NamesIn(member["items"] is { } items ? Resolve(items) : member);
        return inner.Length > 0 ? $"`{property.Key}` ({inner})" : $"`{property.Key}`";
    }));

    private JsonNode? Schema(JsonNode? content) => content?.AsObject().First().Value!["schema"] is { } schema ? Resolve(schema) : null;

    /// <summary>The members of an object and, behind a dot, of the objects in it.</summary>
    private IEnumerable<(string Name, JsonNode Schema)> Members(JsonNode schema)
    {
        foreach (var (name, value) in schema["properties"]?.AsObject() ?? [])
        {
            var member = Resolve(value!);
            yield return (name, member);
            foreach (var (nested, nestedSchema) in Members(member["items"] is { } items ? Resolve(items) : member))
            {
                yield return ($"{name}.{nested}", nestedSchema);
            }
        }
    }

    private JsonNode Resolve(JsonNode schema)
    {
        var other = schema["oneOf"]?.AsArray().FirstOrDefault(choice => choice!["$ref"] is not null) ?? schema;
        return (string?)other["$ref"] is { } reference ? document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;
    }

    private static string TypeOf(JsonNode schema) => ((string?)schema["type"], (string?)schema["format"]) switch
    {
        ("string", "date-time") => "instant",
        ("string", _) => "text",
        ("integer", _) => "whole number",
        ("boolean", _) => "true or false",
        ("array", _) => "list",
        var (type, _) => type ?? "any",
    };

    private static string ParameterName(JsonNode parameter) =>
        (string?)parameter["in"] == "query" ? $"?{(string?)parameter["name"]}=" : $"{(string?)parameter["name"]}:";

    // As GitHub makes them of headings.
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or ' ')).Replace(' ', '-');

    [GeneratedRegex(@"\\\{[^}]+}")]
    private static partial Regex Placeholder();

    private sealed record Operation(string Name, string Summary, JsonNode Facts);
}
