using EdgeZone.Emulator.Domain.Networks;

namespace EdgeZone.Emulator.Actions.PublicNetworks;

/// <summary>The words for route modes: in any case in requests, upper case in answers.</summary>
internal static class RouteModes
{
    private static readonly Dictionary<string, RouteMode> Words =
        Enum.GetValues<RouteMode>().ToDictionary(mode => mode.Word(), StringComparer.OrdinalIgnoreCase);

    /// <summary>All words, for a message.</summary>
    public static string Known { get; } = string.Join(", ", Words.Keys.Select(word => word.ToLowerInvariant()));

    public static bool IsKnown(string word) => Words.ContainsKey(word);

    /// <summary>The mode of a word that was checked.</summary>
    public static RouteMode ToRouteMode(string word) => Words[word];
}
