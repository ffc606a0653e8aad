using System.Net;
using EdgeZone.Emulator.Proxy;
using Microsoft.AspNetCore.Connections;

namespace EdgeZone.Emulator.Connections;

/// <summary>
/// Connections that begin with <c>CONNECT</c>: programs that take the emulator for their proxy. Where the API is meant, the tunnel ends here,
/// and what is inside, TLS or plain HTTP, is answered as if it had come by the ordinary way.
/// </summary>
internal sealed class ProxyConnections(ProxyGuard guard, PassingTunnel passing)
{
    private const byte TlsHandshake = 0x16;

    /// <summary>Whether there is a proxy.</summary>
    public bool AreServed => guard.IsEnabled;

    /// <summary>Takes the head from the connection and does what becomes of it.</summary>
    /// <param name="connection">It.</param>
    /// <param name="secured">What speaks TLS, and HTTP inside.</param>
    /// <param name="http">What speaks HTTP.</param>
    /// <param name="headTime">How long the head may take.</param>
    /// <param name="idleTime">How long the client may say nothing once the tunnel is there.</param>
    public async Task HandleAsync(ConnectionContext connection, ConnectionDelegate secured, ConnectionDelegate http, TimeSpan headTime, TimeSpan idleTime)
    {
        if (await ReadHeadAsync(connection, headTime) is not { } target)
        {
            return;
        }

        var local = (connection.LocalEndPoint as IPEndPoint)?.Address;
        switch (guard.Decide("CONNECT", target, local is { IsIPv4MappedToIPv6: true } ? local.MapToIPv4() : local, out var reason))
        {
            case ProxyVerdict.Answer:
                await ProxyAnswer.EstablishAsync(connection.Transport.Output);
                await (await BeginsWithTlsAsync(connection, idleTime) ? secured : http)(connection);
                break;
            case ProxyVerdict.Pass:
                await passing.CarryAsync(connection, target);
                break;
            default:
                await ProxyAnswer.RefuseAsync(connection.Transport.Output, "403 Forbidden", reason);
                break;
        }
    }

    private static async Task<ProxyTarget?> ReadHeadAsync(ConnectionContext connection, TimeSpan headTime)
    {
        var (input, output) = (connection.Transport.Input, connection.Transport.Output);
        using var patience = Patience.With(connection, headTime);
        try
        {
            while (true)
            {
                var received = await input.ReadAsync(patience.Token);
                if (ConnectRequest.FindEnd(received.Buffer) is { } end)
                {
                    var target = ConnectRequest.Read(received.Buffer.Slice(0, end));
                    input.AdvanceTo(end);
                    if (target is null)
                    {
                        await ProxyAnswer.RefuseAsync(output, "400 Bad Request", "A CONNECT names a host and a port, and has no body.");
                    }

                    return target;
                }

                input.AdvanceTo(received.Buffer.Start, received.Buffer.End);
                if (received.Buffer.Length > ConnectRequest.LongestHead)
                {
                    await ProxyAnswer.RefuseAsync(
                        output, "431 Request Header Fields Too Large", $"The head of a CONNECT has at most {ConnectRequest.LongestHead} bytes.");
                    return null;
                }

                if (received.IsCompleted)
                {
                    return null;
                }
            }
        }
        catch (OperationCanceledException)
        {
            await ProxyAnswer.RefuseAsync(output, "408 Request Timeout", "The head of the CONNECT did not come to its end.");
            return null;
        }
    }

    private static async Task<bool> BeginsWithTlsAsync(ConnectionContext connection, TimeSpan idleTime)
    {
        using var patience = Patience.With(connection, idleTime);
        var received = await connection.Transport.Input.ReadAsync(patience.Token);
        var isTls = !received.Buffer.IsEmpty && received.Buffer.FirstSpan[0] == TlsHandshake;
        connection.Transport.Input.AdvanceTo(received.Buffer.Start);
        return isTls;
    }
}
