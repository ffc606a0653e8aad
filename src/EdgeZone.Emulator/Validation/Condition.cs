using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Validation;

/// <summary>What a condition of a Describe action asks for; null when it asks nothing.</summary>
internal static class Condition
{
    /// <summary>An empty text asks nothing: SDKs send texts that way that nobody set.</summary>
    public static string? Of(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>As <see cref="Of(string?)"/>, for the code of a zone.</summary>
    public static ZoneCode? OfZone(string? text) => string.IsNullOrEmpty(text) ? null : new ZoneCode(text);

    /// <summary>As <see cref="Of(string?)"/>, for the id of a network.</summary>
    public static NetworkId? OfNetwork(string? text) => string.IsNullOrEmpty(text) ? null : new NetworkId(text);

    /// <summary>An empty list asks nothing: it cannot even be sent in a query or a form.</summary>
    public static IReadOnlyList<string>? Of(IReadOnlyList<string>? items) => items is { Count: > 0 } ? items : null;
}
