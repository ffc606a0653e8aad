using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Hosting;

/// <summary>
/// Where the process listens: ASP.NET's own settings, in ASP.NET's own order of precedence, but checked. The server itself takes every host
/// that it cannot read for all interfaces, and a port that it cannot read for a part of the host.
/// </summary>
internal static class ListenAddresses
{
    private const string Plain = "http://";
    private const string Secure = "https://";
    private const string UnixSocket = "unix:/";
    private const string EveryInterface = "*";

    /// <summary>Addresses in the server's own section of the settings.</summary>
    private const string ServersOwn = "Kestrel:Endpoints";

    /// <summary>127.0.0.1 and [::1], or the one of them that there is.</summary>
    public const string Default = "http://localhost:8080";

    /// <summary>The addresses that are asked for, each as <c>http://host:port</c> or <c>https://host:port</c>, and the default one when none is.</summary>
    /// <exception cref="SettingsException">One of them cannot be an address to listen on.</exception>
    public static IReadOnlyList<string> From(IConfiguration configuration) => AskedFor(configuration) is { Count: > 0 } asked ? asked : [Default];

    /// <summary>The same, without a default.</summary>
    /// <exception cref="SettingsException">One of them cannot be an address to listen on.</exception>
    public static IReadOnlyList<string> AskedFor(IConfiguration configuration)
    {
        // They would take the place of all the others, unchecked, and without HTTPS, proxy and control plane.
        if (configuration.GetSection(ServersOwn).Exists())
        {
            throw new SettingsException($"{ServersOwn}: is not read; --urls or ASPNETCORE_URLS says where to listen.");
        }

        return Split(configuration["urls"]) is { Length: > 0 } urls
            ? [.. urls.Select(Read).Distinct()]
            :
            [
                .. Split(configuration["http_ports"]).Select(port => ReadPort("HTTP", Plain, port)).Distinct(),
                .. Split(configuration["https_ports"]).Select(port => ReadPort("HTTPS", Secure, port)).Distinct(),
            ];
    }

    /// <summary>Whether TLS is spoken there.</summary>
    public static bool IsSecure(string address) => address.StartsWith(Secure, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same with the addresses that names stand for: the server would listen on every interface for them.</summary>
    /// <exception cref="SettingsException">A name does not resolve.</exception>
    /// <exception cref="UnavailableAddressException">It is one of IPv6, and there is none.</exception>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<string> addresses) => [.. addresses.SelectMany(Resolve).Distinct()];

    /// <summary>The addresses, and each of their hosts at another port too, unless one of them has that port already.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="port">The other port.</param>
    /// <param name="secure">Whether TLS is spoken there.</param>
    public static IReadOnlyList<string> AddPort(IReadOnlyList<string> addresses, int port, bool secure = false)
    {
        BindingAddress[] parts = [.. addresses.Select(BindingAddress.Parse).Where(address => !address.IsUnixPipe)];
        if (parts.Any(address => address.Port == port))
        {
            return addresses;
        }

        string[] hosts = [.. parts.Select(address => address.Host).Distinct()];
        var widest = hosts.Where(host => !hosts.Any(wider => wider != host && Covers(wider, host)));
        return [.. addresses, .. widest.Select(host => $"{(secure ? Secure : Plain)}{host}:{port}")];
    }

    /// <summary>An address that can be called from this machine: <paramref name="local"/> stands in for a host that means every interface.</summary>
    public static string Reachable(string address, string local)
    {
        var parts = BindingAddress.Parse(address);
        return IsEveryInterface(parts.Host) ? $"{parts.Scheme}://{local}:{parts.Port}" : address.TrimEnd('/');
    }

    /// <summary>What an address means, for a person.</summary>
    public static string Explain(string address)
    {
        var parts = BindingAddress.Parse(address);
        var secure = IsSecure(address) ? " by TLS" : "";
        return IsEveryInterface(parts.Host) ? $"every interface, port {parts.Port}{secure}"
            : IsLocalhost(parts.Host) ? $"127.0.0.1 and [::1], port {parts.Port}{secure}"
            : address.TrimEnd('/')[(parts.Scheme.Length + 3)..] + secure;
    }

    private static string Read(string text)
    {
        SettingsException Refuse(string reason) => new($"The address '{text}' (--urls, ASPNETCORE_URLS) {reason}.");

        var scheme = IsSecure(text) ? Secure : Plain;
        if (!text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw Refuse("is not of the form http://host:port or https://host:port");
        }

        var rest = text[scheme.Length..];
        if (rest.StartsWith(UnixSocket, StringComparison.OrdinalIgnoreCase))
        {
            return IsSocketPath(rest[(UnixSocket.Length - 1)..]) ? text : throw Refuse("has a path that is too long for a socket");
        }

        rest = rest.TrimEnd('/');
        if (rest.AsSpan().ContainsAny("/?#@"))
        {
            throw Refuse("has more than a host and a port");
        }

        var colon = rest.LastIndexOf(':');
        colon = colon > rest.LastIndexOf(']') ? colon : rest.Length;
        var port = IsSecure(scheme) ? 443 : 80;
        if (colon < rest.Length && !TryReadPort(rest[(colon + 1)..], out port))
        {
            throw Refuse("has a port that is not a number between 0 and 65535");
        }

        var host = ReadHost(rest[..colon]) ?? throw Refuse("has no host that could be one: a name, an address (IPv6 in brackets), or *");
        return port == 0 && IsLocalhost(host)
            ? throw Refuse("has no port common to 127.0.0.1 and [::1] to draw: write one of the two instead of localhost")
            : $"{scheme}{host}:{port}";
    }

    private static string? ReadHost(string text)
    {
        if (text is EveryInterface or "+")
        {
            return EveryInterface;
        }

        if (text.Contains(':', StringComparison.Ordinal) && !(text.StartsWith('[') && text.EndsWith(']')))
        {
            return null;
        }

        if (IPAddress.TryParse(text, out var address))
        {
            var host = address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : $"{address}";
            return host == "[::]" ? EveryInterface : host;
        }

        return Uri.CheckHostName(text) == UriHostNameType.Dns ? text : null;
    }

    private static string ReadPort(string variable, string scheme, string text) => TryReadPort(text, out var port)
        ? $"{scheme}{EveryInterface}:{port}"
        : throw new SettingsException($"ASPNETCORE_{variable}_PORTS: '{text}' is not a port, a number between 0 and 65535.");

    private static bool TryReadPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort;

    private static bool IsSocketPath(string path)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path).AddressFamily == AddressFamily.Unix;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Resolve(string address)
    {
        var parts = BindingAddress.Parse(address);
        if (parts.IsUnixPipe || IsEveryInterface(parts.Host))
        {
            return [address];
        }

        if (IsLocalhost(parts.Host))
        {
            return Loopback.OnlyHost is { } host ? [$"{parts.Scheme}://{host}:{parts.Port}"] : [address];
        }

        if (IPAddress.TryParse(parts.Host, out var numeric))
        {
            return numeric.AddressFamily == AddressFamily.InterNetwork || Socket.OSSupportsIPv6 ? [address] : throw new UnavailableAddressException(address);
        }

        try
        {
            return Dns.GetHostAddresses(parts.Host)
                .Select(found => $"{parts.Scheme}://{(found.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{found}]" : found)}:{parts.Port}");
        }
        catch (SocketException)
        {
            throw new SettingsException($"The address '{address}' (--urls, ASPNETCORE_URLS) has a host that does not resolve.");
        }
    }

    private static bool Covers(string wider, string host) => wider switch
    {
        EveryInterface => true,
        "0.0.0.0" => !host.StartsWith('['),
        _ => IsLocalhost(wider) && host is ("127.0.0.1" or "[::1]"),
    };

    private static bool IsEveryInterface(string host) => host is EveryInterface or "0.0.0.0" or "[::]";

    private static bool IsLocalhost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
