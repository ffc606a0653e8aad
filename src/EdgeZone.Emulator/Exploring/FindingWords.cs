using System.Text.Json;

namespace EdgeZone.Emulator.Exploring;

/// <summary>The words for what is wrong with a program.</summary>
internal static class FindingWords
{
    /// <summary>For instance <c>lie</c>.</summary>
    public static string Word(this FindingKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
