using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EdgeZone.Emulator.Connections;

/// <summary>
/// Connections that begin without TLS. Their first bytes tell what they are: the preface of HTTP/2, which a client may send at once because it
/// knows; a request to a proxy for a tunnel; or HTTP/1.1.
/// </summary>
/// <param name="http">What speaks HTTP.</param>
/// <param name="secured">What speaks TLS, and HTTP inside.</param>
/// <param name="proxy">What tunnels are asked of.</param>
/// <param name="limits">How long a connection may say nothing, and a head may take.</param>
internal sealed class PlainConnections(ConnectionDelegate http, ConnectionDelegate secured, ProxyConnections proxy, KestrelServerLimits limits)
{
    private enum Beginning
    {
        Other,
        Preface,
        Connect,
    }

    /// <summary>Sent where HTTP/1.1 would have a request line. https://www.rfc-editor.org/rfc/rfc9113#section-3.4</summary>
    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    public async Task HandleAsync(ConnectionContext connection)
    {
        try
        {
            switch (await ReadBeginningAsync(connection))
            {
                case Beginning.Connect when proxy.AreServed:
                    await proxy.HandleAsync(connection, secured, http, limits.RequestHeadersTimeout, limits.KeepAliveTimeout);
                    return;
                case Beginning.Preface:
                    PriorKnowledge.Note(connection.Features);
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            // It said nothing for too long or did not go on, or the process ends, or the client has gone: there is no call to answer.
            return;
        }

        await http(connection);
    }

    private async Task<Beginning> ReadBeginningAsync(ConnectionContext connection)
    {
        using var patience = Patience.With(connection, limits.KeepAliveTimeout);
        var input = connection.Transport.Input;
        var hasBegun = false;
        try
        {
            while (true)
            {
                var result = await input.ReadAsync(patience.Token);
                var beginning = Tell(result.Buffer);
                // Whoever reads next finds everything again; only for an undecided beginning there is more to wait for.
                var isDecided = beginning is not null || result.IsCompleted;
                input.AdvanceTo(result.Buffer.Start, isDecided ? result.Buffer.Start : result.Buffer.End);
                if (isDecided)
                {
                    return beginning ?? Beginning.Other;
                }

                // Whatever it becomes, its head has begun, and has as long as any other.
                if (!hasBegun)
                {
                    hasBegun = true;
                    patience.CancelAfter(limits.RequestHeadersTimeout);
                }
            }
        }
        catch (OperationCanceledException) when (hasBegun)
        {
            await ProxyAnswer.RefuseAsync(connection.Transport.Output, "408 Request Timeout", "The head of the request did not come to its end.");
            throw;
        }
    }

    /// <summary>What begins so; null while it could be either.</summary>
    private static Beginning? Tell(in ReadOnlySequence<byte> received) =>
        Matches(received, Preface) is not false and var preface ? (preface is true ? Beginning.Preface : null)
        : Matches(received, ConnectRequest.Beginning) is not false and var connect ? (connect is true ? Beginning.Connect : null)
        : Beginning.Other;

    private static bool? Matches(in ReadOnlySequence<byte> received, ReadOnlySpan<byte> expected)
    {
        var reader = new SequenceReader<byte>(received);
        return reader.IsNext(expected[..(int)Math.Min(expected.Length, received.Length)])
            ? received.Length >= expected.Length ? true : null
            : false;
    }
}
