using System.Text.Json.Nodes;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Testing.Control;

/// <summary>What the OpenAPI document says of the control plane: its requests, and the members that they take and answer, nested ones behind a dot.</summary>
internal sealed class ControlPlaneDocument(JsonNode document)
{
    private static readonly string AnyAction = Uri.UnescapeDataString(ControlPlanePaths.Action("{action}"));

    private readonly Dictionary<string, JsonNode> _operations = document["paths"]!.AsObject()
        .Where(path => path.Key.StartsWith(ControlPlanePaths.Root, StringComparison.Ordinal))
        .SelectMany(path => path.Value!.AsObject().Select(operation =>
            (Name: $"{operation.Key.ToUpperInvariant()} {AllActionsAlike(path.Key)}", Facts: operation.Value!)))
        .DistinctBy(operation => operation.Name)
        .ToDictionary(operation => operation.Name, operation => operation.Facts);

    public IEnumerable<string> Requests => _operations.Keys;

    /// <summary>The members of the answer; none where that is a document, or an answer of the API.</summary>
    public IEnumerable<string> AnswerOf(string request) => IsAction(request)
        ? []
        : _operations[request]["responses"]!.AsObject()
            .Where(answer => answer.Key.StartsWith('2'))
            .SelectMany(answer => MembersIn(answer.Value!["content"]));

    /// <summary>The members of the body and the parameters of the query.</summary>
    public IEnumerable<string> TakenBy(string request) => IsAction(request) ? [] :
    [
        .. MembersIn(_operations[request]["requestBody"]?["content"]),
        .. (_operations[request]["parameters"]?.AsArray() ?? [])
            .Where(parameter => (string?)parameter!["in"] == "query")
            .Select(parameter => $"?{parameter!["name"]}"),
    ];

    private static bool IsAction(string request) => request.EndsWith(AnyAction, StringComparison.Ordinal);

    // All actions are tried alike; the document lists each with its own shapes.
    private static string AllActionsAlike(string path) => path.StartsWith(AnyAction[..AnyAction.IndexOf('{')], StringComparison.Ordinal) ? AnyAction : path;

    private IEnumerable<string> MembersIn(JsonNode? content) =>
        content?.AsObject().First().Value!["schema"] is { } schema ? MembersOf(Resolve(schema)) : [];

    private IEnumerable<string> MembersOf(JsonNode schema)
    {
        foreach (var (name, value) in schema["properties"]?.AsObject() ?? [])
        {
            yield return name;
            var member = Resolve(value!);
            foreach (var nested in MembersOf(member["items"] is { } items ? Resolve(items) : member))
            {
                yield return $"{name}.{nested}";
            }
        }
    }

    private JsonNode Resolve(JsonNode schema)
    {
        var meant = schema["oneOf"]?.AsArray().FirstOrDefault(choice => choice!["$ref"] is not null) ?? schema;
        return (string?)meant["$ref"] is { } reference ? document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;
    }
}
