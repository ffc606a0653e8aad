using System.Text.Json;

namespace EdgeZone.Emulator.Tests.Contract;

/// <summary>The published contract as facts: which actions there are, what they take, what they answer, with which codes they refuse.</summary>
internal static class ApiContract
{
    private static readonly JsonElement Root = Load();

    public static IReadOnlyList<string> Editions { get; } = ["International", "Mainland", "Union"];

    public static IReadOnlyList<ContractAction> Actions { get; } = [.. Root.GetProperty("actions").EnumerateArray().Select(ReadAction)];

    /// <summary>The nested shapes by name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ContractField>> Shapes { get; } =
        Root.GetProperty("shapes").EnumerateObject().ToDictionary(shape => shape.Name, shape => ReadFields(shape.Value));

    /// <summary>Why a documented code is not reached, by the word that the codes use for it.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } =
        Root.GetProperty("reasons").EnumerateObject().ToDictionary(reason => reason.Name, reason => reason.Value.GetString()!);

    public static ContractAction Action(string name) => Actions.Single(action => action.Name == name);

    private static JsonElement Load()
    {
        using var stream = typeof(ApiContract).Assembly.GetManifestResourceStream("contract.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    private static ContractAction ReadAction(JsonElement action) => new(
        Text(action, "name")!,
        Text(action, "page")!,
        [.. action.GetProperty("generations").EnumerateArray().Select(generation => generation.GetString()!)],
        [.. action.GetProperty("parameters").EnumerateArray().Select(ReadParameter)],
        ReadFields(action.GetProperty("response")),
        [.. action.GetProperty("codes").EnumerateArray().Select(code => new ContractCode(Text(code, "code")!, EditionsOf(code), Text(code, "unreached")))],
        action.TryGetProperty("borrowedCodes", out var borrowed) ? Texts(borrowed) : []);

    private static ContractParameter ReadParameter(JsonElement parameter)
    {
        var editions = EditionsOf(parameter);
        var required = !parameter.TryGetProperty("required", out var value)
            ? []
            : value.ValueKind == JsonValueKind.True ? editions : Texts(value);
        return new ContractParameter(
            Text(parameter, "name")!, Text(parameter, "type")!, editions, required, parameter.TryGetProperty("deprecated", out _));
    }

    private static IReadOnlyList<ContractField> ReadFields(JsonElement fields) =>
    [
        .. fields.EnumerateArray().Select(field => new ContractField(
            Text(field, "name")!, Text(field, "type")!, EditionsOf(field), Text(field, "omitted"), Text(field, "nullable"))),
    ];

    private static string[] EditionsOf(JsonElement fact) => fact.TryGetProperty("editions", out var editions) ? Texts(editions) : [.. Editions];

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private static string? Text(JsonElement fact, string member) => fact.TryGetProperty(member, out var value) ? value.GetString() : null;
}

/// <param name="Name">The action's name.</param>
/// <param name="Page">Where it is documented; the list of all actions for one whose own page is not known.</param>
/// <param name="Generations">Which generations of the contract have it.</param>
/// <param name="Parameters">In the order of their definition.</param>
/// <param name="Response">Besides the request's id.</param>
/// <param name="Codes">The product's own error codes that are documented for it.</param>
/// <param name="BorrowedCodes">Codes of the whole platform that it checks values with, for want of one of its own.</param>
internal sealed record ContractAction(
    string Name,
    string Page,
    IReadOnlyList<string> Generations,
    IReadOnlyList<ContractParameter> Parameters,
    IReadOnlyList<ContractField> Response,
    IReadOnlyList<ContractCode> Codes,
    IReadOnlyList<string> BorrowedCodes);

/// <param name="Name">The parameter's name.</param>
/// <param name="Type">As the gateway names it; a list of texts is <c>string[]</c>.</param>
/// <param name="Editions">Which editions know it.</param>
/// <param name="RequiredIn">Which editions need it.</param>
/// <param name="IsDeprecated">Whether the newer contract calls it deprecated.</param>
internal sealed record ContractParameter(
    string Name, string Type, IReadOnlyList<string> Editions, IReadOnlyList<string> RequiredIn, bool IsDeprecated);

/// <param name="Name">The member's name.</param>
/// <param name="Type">A type, or a nested shape's name, with <c>[]</c> for a list.</param>
/// <param name="Editions">Which editions have it.</param>
/// <param name="Omitted">When it is not there; null for a member that is always there.</param>
/// <param name="Nullable">When it is null; null for a member that never is.</param>
internal sealed record ContractField(string Name, string Type, IReadOnlyList<string> Editions, string? Omitted, string? Nullable);

/// <param name="Code">The error code.</param>
/// <param name="Editions">Which editions document it for the action.</param>
/// <param name="Unreached">Why only a fault rule gives it, as a word of <see cref="ApiContract.Reasons"/>; null for one that calls get.</param>
internal sealed record ContractCode(string Code, IReadOnlyList<string> Editions, string? Unreached);
