using System.Net;
using System.Net.Sockets;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Hosting;

/// <summary>Where HTTPS is served: where it is asked for, and beside the default address, unless somebody does not want it or its port is not free.</summary>
internal static class SecureAddresses
{
    /// <summary>The addresses to listen on, those of HTTPS among them.</summary>
    /// <param name="asked">What is asked for; empty for the default.</param>
    /// <param name="https">The settings.</param>
    /// <param name="busyPort">The default port, when HTTPS is missing because it is in use; nobody asked for it, so that is no reason not to start.</param>
    /// <exception cref="SettingsException">What is asked for is switched off, or has no place beside the other addresses.</exception>
    public static IReadOnlyList<string> Complete(IReadOnlyList<string> asked, HttpsSettings https, out int? busyPort)
    {
        busyPort = null;
        var addresses = asked.Count > 0 ? asked : [ListenAddresses.Default];
        if (addresses.FirstOrDefault(ListenAddresses.IsSecure) is { } secure)
        {
            return https.Enabled != false
                ? addresses
                : throw new SettingsException($"{EmulatorSettings.Section}:Https:Enabled: is false, but the address '{secure}' is asked for.");
        }

        var isAskedFor = https is { Enabled: true } or { Enabled: null, Port: not null };
        if (https.Enabled == false || (asked.Count > 0 && !isAskedFor))
        {
            return addresses;
        }

        var port = https.Port ?? HttpsSettings.DefaultPort;
        if (!isAskedFor && !IsFree(port))
        {
            busyPort = port;
            return addresses;
        }

        var completed = ListenAddresses.AddPort(addresses, port, secure: true);
        return completed.Count > addresses.Count
            ? completed
            : throw new SettingsException(
                $"{EmulatorSettings.Section}:Https:Port: there cannot be HTTPS at port {port} beside {string.Join(", ", addresses)}.");
    }

    // Somebody may take it before the server does; then the start fails as for any other address.
    private static bool IsFree(int port)
    {
        try
        {
            foreach (var address in (IPAddress[])[IPAddress.Loopback, IPAddress.IPv6Loopback])
            {
                if (address.AddressFamily == AddressFamily.InterNetwork || Socket.OSSupportsIPv6)
                {
                    using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                    socket.Bind(new IPEndPoint(address, port));
                }
            }

            return true;
        }
        catch (SocketException e)
        {
            // Without IPv6 loopback the address is not there to bind.
            return e.SocketErrorCode == SocketError.AddressNotAvailable;
        }
    }
}
