using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Gateway;

/// <summary>Which content types an action of this API can arrive in; parameters such as a charset do not matter.</summary>
internal static class ContentTypes
{
    public static bool IsJson(ReceivedRequest request) => Is(request, "application/json");

    public static bool IsForm(ReceivedRequest request) => Is(request, "application/x-www-form-urlencoded");

    /// <summary>The content type without its parameters, as sent.</summary>
    public static string MediaType(ReceivedRequest request)
    {
        var value = request.Headers.ContentType.ToString();
        var semicolon = value.IndexOf(';', StringComparison.Ordinal);
        return (semicolon < 0 ? value : value[..semicolon]).Trim();
    }

    private static bool Is(ReceivedRequest request, string mediaType)
    {
        var value = request.Headers.ContentType.ToString().AsSpan();
        return value.StartsWith(mediaType, StringComparison.OrdinalIgnoreCase)
            && (value.Length == mediaType.Length || value[mediaType.Length] is ';' or ' ');
    }
}
