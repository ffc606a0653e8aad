using System.Text.Json;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

/// <summary>The words of rules and states.</summary>
internal static class FaultWords
{
    /// <summary>For instance <c>truncated</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The same for what may be absent.</summary>
    public static string? Of<T>(T? value) where T : struct, Enum => value is { } word ? Of(word) : null;

    /// <summary>All of a kind, for a sentence.</summary>
    public static string All<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));

    /// <summary>Reads a word; null for the lack of one.</summary>
    /// <returns>Whether it is one, or none at all.</returns>
    public static bool Read<T>(string? word, out T? value) where T : struct, Enum
    {
        value = null;
        foreach (var known in Enum.GetValues<T>())
        {
            if (string.Equals(Of(known), word, StringComparison.Ordinal))
            {
                value = known;
            }
        }

        return word is null || value is not null;
    }
}
