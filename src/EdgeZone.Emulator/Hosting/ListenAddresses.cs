namespace EdgeZone.Emulator.Hosting;

/// <summary>Where the process listens: ASP.NET's own settings, in ASP.NET's own order of precedence.</summary>
internal static class ListenAddresses
{
    public static IReadOnlyList<string> From(IConfiguration configuration, int defaultPort)
    {
        if (Split(configuration["urls"]) is { Length: > 0 } urls)
            return urls;
        string[] ports =
        [
            .. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"),
            .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}"),
        ];
        return ports.Length > 0 ? ports : [$"http://*:{defaultPort}"];
    }

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
