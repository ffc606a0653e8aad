using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Proxy;

/// <summary>Where a request shall go, as a client tells a proxy.</summary>
/// <param name="Host">A name in lower case and without the root's dot, or an address without brackets.</param>
/// <param name="Port">The port.</param>
internal sealed record ProxyTarget(string Host, int Port)
{
    /// <summary>Reads <c>host:port</c>; IPv6 in brackets, and nobody's name and password.</summary>
    /// <param name="text">The text.</param>
    /// <param name="defaultPort">The port of one without; null where it must not be missing.</param>
    /// <param name="target">What it names.</param>
    public static bool TryParse(string text, int? defaultPort, [NotNullWhen(true)] out ProxyTarget? target)
    {
        target = null;
        var colon = text.LastIndexOf(':');
        colon = colon > text.LastIndexOf(']') ? colon : text.Length;
        if (!TryReadPort(text[colon..], defaultPort, out var port) || !TryReadHost(text[..colon], out var host))
        {
            return false;
        }

        target = new ProxyTarget(host, port);
        return true;
    }

    public override string ToString() =>
        Host.Contains(':', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
            : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    private static bool TryReadPort(string text, int? defaultPort, out int port)
    {
        port = defaultPort ?? 0;
        return text.Length == 0
            ? defaultPort is not null
            : int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= IPEndPoint.MaxPort;
    }

    private static bool TryReadHost(string text, out string host)
    {
        host = ApiHosts.Normal(text);
        var isBracketed = text.StartsWith('[') && text.EndsWith(']');
        if (isBracketed != text.Contains(':', StringComparison.Ordinal))
        {
            return false;
        }

        // Whatever else stands for an address, 2130706433 for one, is that address.
        if (IPAddress.TryParse(isBracketed ? host[1..^1] : host, out var address))
        {
            host = $"{(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)}";
            return true;
        }

        return HostNames.IsHostName(host);
    }
}
