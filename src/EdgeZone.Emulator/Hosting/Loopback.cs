using System.Net;
using System.Net.Sockets;

namespace EdgeZone.Emulator.Hosting;

/// <summary>What <c>localhost</c> means on this machine: 127.0.0.1 and [::1], or the one of them that there is.</summary>
internal static class Loopback
{
    /// <summary>The one that there is; null if there are both.</summary>
    public static string? OnlyHost =>
        !Exists(IPAddress.IPv6Loopback) ? "127.0.0.1"
        : !Exists(IPAddress.Loopback) ? "[::1]"
        : null;

    // That the system knows the family does not mean that an interface has such an address.
    private static bool Exists(IPAddress address)
    {
        if (!(address.AddressFamily == AddressFamily.InterNetwork ? Socket.OSSupportsIPv4 : Socket.OSSupportsIPv6))
        {
            return false;
        }

        try
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
