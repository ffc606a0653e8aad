using System.Net.Sockets;
using System.Text;

namespace EdgeZone.Emulator.Tests.Fuzz;

/// <summary>A request as the bytes that are sent.</summary>
internal static class WireRequest
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Writes a request down as a client sends it.</summary>
    public static async Task<byte[]> WriteAsync(HttpRequestMessage request)
    {
        using (request)
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
            var head = new StringBuilder(
                $"{request.Method} {request.RequestUri!.PathAndQuery} HTTP/1.1\r\nHost: {request.Headers.Host ?? request.RequestUri.Authority}\r\n");
            foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? []))
            {
                if (name is not ("Host" or "Content-Length"))
                {
                    head.Append($"{name}: {values}\r\n");
                }
            }

            return [.. Encoding.Latin1.GetBytes(head.Append($"Content-Length: {body.Length}\r\nConnection: close\r\n\r\n").ToString()), .. body];
        }
    }

    /// <summary>Sends bytes.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="request">What.</param>
    /// <param name="mayBeCut">
    /// Whether the server may be waiting for more of it. After a moment without an answer it is told that nothing more comes, which for
    /// a request that is whole is to give it up.
    /// </param>
    /// <returns>All that comes back before the server closes the connection. That it does within some time is part of what is asked.</returns>
    public static async Task<byte[]> SendAsync(Uri endpoint, byte[] request, bool mayBeCut)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var connection = new TcpClient { NoDelay = true };
        await connection.ConnectAsync(endpoint.Host, endpoint.Port, patience.Token);
        var stream = connection.GetStream();
        using var received = new MemoryStream();
        try
        {
            await stream.WriteAsync(request, patience.Token);
            var answering = stream.CopyToAsync(received, patience.Token);
            if (mayBeCut && await Task.WhenAny(answering, Task.Delay(Moment, patience.Token)) != answering)
            {
                connection.Client.Shutdown(SocketShutdown.Send);
            }

            await answering;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // It closed before it had read everything; what it said before that counts.
        }

        return received.ToArray();
    }
}
