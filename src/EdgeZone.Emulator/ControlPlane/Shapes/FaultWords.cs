using System.Text.Json;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

/// <summary>The words of rules.</summary>
internal static class FaultWords
{
    /// <summary>For instance <c>truncated</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The same for what may be absent.</summary>
    public static string? Of<T>(T? value) where T : struct, Enum => value is { } word ? Of(word) : null;
}
