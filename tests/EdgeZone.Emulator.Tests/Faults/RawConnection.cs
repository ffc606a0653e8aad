using System.Net.Sockets;
using System.Text;

namespace EdgeZone.Emulator.Tests.Faults;

/// <summary>A call over a socket of its own, read byte by byte until the connection ends.</summary>
internal static class RawConnection
{
    /// <summary>Sends an unsigned call and reads all there is.</summary>
    public static async Task<RawEnd> CallAsync(Uri endpoint, string action, string body = "{}")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST / HTTP/1.1\r\nHost: {endpoint.Authority}\r\nX-TC-Action: {action}\r\nContent-Type: application/json\r\nContent-Length: "
                + $"{body.Length}\r\n\r\n{body}"));
        var received = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer) is > 0 and var read)
            {
                received.Write(buffer, 0, read);
            }

            return new RawEnd(Encoding.UTF8.GetString(received.ToArray()), WasReset: false);
        }
        catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return new RawEnd(Encoding.UTF8.GetString(received.ToArray()), WasReset: true);
        }
    }
}

/// <summary>What was read until the connection ended, and whether it ended with a reset.</summary>
internal sealed record RawEnd(string Text, bool WasReset)
{
    public string Head => Text[..Text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    public string Body => Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
}
