namespace EdgeZone.Emulator.Settings;

/// <summary>What stands at the root of the settings: the emulator's section, and what ASP.NET reads for itself.</summary>
internal static class HostSettings
{
    /// <summary>What the name of a setting may begin with, up to its first colon, in whatever case.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        EmulatorSettings.Section, "Kestrel", "Logging", "hostBuilder",
        "urls", "http_ports", "https_ports", "preferHostingUrls",
        "environment", "contentRoot", "applicationName", "webroot",
        "shutdownTimeoutSeconds", "captureStartupErrors", "detailedErrors", "AllowedHosts",
    };
}
