using System.Net;

namespace EdgeZone.Emulator.Settings;

/// <summary><c>Emulator:Proxy</c>: the emulator as the proxy of programs whose endpoint nobody can, or wants to, change.</summary>
internal sealed class ProxySettings
{
    private const string AnyBelow = "*.";

    /// <summary>Whether it is one; null, the default, unless <c>Emulator:Auth:Mode</c> is <c>Strict</c>.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Hosts, and domains as <c>*.example.com</c>, to which it lets tunnels pass.</summary>
    public List<string> PassThrough { get; set; } = [];

    /// <summary>How many tunnels may pass at once.</summary>
    public int Tunnels { get; set; } = 64;

    /// <summary>How long a tunnel may be silent.</summary>
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many of the latest refused requests are remembered.</summary>
    public int Refused { get; set; } = 100;

    /// <summary>Whether a text is a host or a domain that may be let pass. No API of the cloud is: that is what the proxy is there for.</summary>
    public static bool CanPass(string entry) =>
        (entry.StartsWith(AnyBelow, StringComparison.Ordinal) ? entry[AnyBelow.Length..] : entry) is var name
        && (HostNames.IsHostName(name) || IPAddress.TryParse(entry, out _))
        && !ApiHosts.AreTheClouds(name);

    /// <summary>Whether one of the entries covers a host.</summary>
    public bool LetsPass(string host) => PassThrough.Any(entry =>
        entry.StartsWith(AnyBelow, StringComparison.Ordinal)
            ? host.EndsWith(entry[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(entry, StringComparison.OrdinalIgnoreCase));
}
