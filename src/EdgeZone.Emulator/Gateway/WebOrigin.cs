namespace EdgeZone.Emulator.Gateway;

/// <summary>
/// Whether a request comes from a web page that is not the emulator's own: browsers say so in headers that no page can change, so a page
/// that somebody happens to visit neither steers the emulator nor orders machines with an image.
/// </summary>
internal static class WebOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>The header that tells of a foreign page, as <c>Name: value</c>; null for everybody else, who has neither of the two.</summary>
    public static string? ForeignIn(HttpRequest request)
    {
        if (request.Headers.Origin is { Count: > 0 } origin && !IsOwn(origin.ToString(), request.Host))
        {
            return $"Origin: {origin}";
        }

        return request.Headers.TryGetValue(FetchSite, out var sites) && sites.Contains("cross-site", StringComparer.OrdinalIgnoreCase)
            ? $"{FetchSite}: {sites}"
            : null;
    }

    // Whether TLS ended at a proxy is not to be seen here, so the schemes need not be equal.
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        && uri.Port == (host.Port ?? (uri.Scheme == "https" ? 443 : 80));
}
