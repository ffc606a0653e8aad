namespace EdgeZone.Emulator.Hosting;

/// <summary>Where the process listens: ASP.NET's own settings, in ASP.NET's own order of precedence.</summary>
internal static class ListenAddresses
{
    private const int DefaultPort = 8080;

    public static IReadOnlyList<string> From(IConfiguration configuration)
    {
        if (Split(configuration["urls"]) is { Length: > 0 } urls)
        {
            return urls;
        }

        string[] ports =
        [
            .. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"),
            .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}"),
        ];
        return ports.Length > 0 ? ports : [$"http://*:{DefaultPort}"];
    }

    /// <summary>An address that can be called from this machine: <paramref name="local"/> stands in for a host that means every interface.</summary>
    public static string Reachable(string address, string local)
    {
        var parts = BindingAddress.Parse(address);
        return parts.Host is "*" or "+" or "0.0.0.0" or "[::]" ? $"{parts.Scheme}://{local}:{parts.Port}" : address.TrimEnd('/');
    }

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
