namespace EdgeZone.Emulator.Validation;

/// <summary>What a condition of a Describe action asks for; null when it asks nothing.</summary>
internal static class Condition
{
    /// <summary>An empty text asks nothing: SDKs send texts that way that nobody set.</summary>
    public static string? Of(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>An empty list asks nothing: it cannot even be sent in a query or a form.</summary>
    public static IReadOnlyList<string>? Of(IReadOnlyList<string>? items) => items is { Count: > 0 } ? items : null;
}
