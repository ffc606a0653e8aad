using System.Net;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>
/// The names under which the control plane answers: those that nobody else's name server can give to this machine. A page of another name
/// that suddenly resolves to this machine (DNS rebinding) is of one origin with it for the browser, and only <c>Host</c> gives it away.
/// </summary>
internal sealed class WelcomeHosts(EmulatorSettings settings)
{
    private readonly HashSet<string> _names =
        settings.Control.Hosts.Append(Dns.GetHostName()).Select(WithoutRoot).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the host, with or without a port, is one of them. A request of HTTP/1.0 may have none; no browser sends such a one.</summary>
    public bool Include(HostString host)
    {
        var name = WithoutRoot(host.Host);
        return HostNames.IsPrivate(name)
            || IPAddress.TryParse(name, out _)
            || _names.Contains(name);
    }

    // example.com. with its last dot is the same name as without.
    private static string WithoutRoot(string name) => name.EndsWith('.') ? name[..^1] : name;
}
