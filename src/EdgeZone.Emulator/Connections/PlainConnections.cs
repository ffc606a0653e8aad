using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace EdgeZone.Emulator.Connections;

/// <summary>
/// Connections that begin without TLS. Their first bytes tell what they are: the preface of HTTP/2, which a client may send at once because it
/// knows, or HTTP/1.1.
/// </summary>
/// <param name="http">What speaks HTTP.</param>
/// <param name="idleTime">How long a connection may say nothing.</param>
internal sealed class PlainConnections(ConnectionDelegate http, TimeSpan idleTime)
{
    /// <summary>Sent where HTTP/1.1 would have a request line. https://www.rfc-editor.org/rfc/rfc9113#section-3.4</summary>
    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    public async Task HandleAsync(ConnectionContext connection)
    {
        try
        {
            if (await BeginsWithPrefaceAsync(connection))
            {
                PriorKnowledge.Note(connection.Features);
            }
        }
        catch (OperationCanceledException)
        {
            // It said nothing for too long, or the process ends, or the client has gone: there is no call to answer.
            return;
        }

        await http(connection);
    }

    private async Task<bool> BeginsWithPrefaceAsync(ConnectionContext connection)
    {
        using var patience = Patience.With(connection, idleTime);
        var input = connection.Transport.Input;
        while (true)
        {
            var result = await input.ReadAsync(patience.Token);
            var matches = Matches(result.Buffer, out var isWhole);
            var isDecided = !matches || isWhole || result.IsCompleted;
            // Whoever reads next finds everything again; only for an undecided beginning there is more to wait for.
            input.AdvanceTo(result.Buffer.Start, isDecided ? result.Buffer.Start : result.Buffer.End);
            if (isDecided)
            {
                return matches && isWhole;
            }
        }
    }

    private static bool Matches(in ReadOnlySequence<byte> received, out bool isWhole)
    {
        var reader = new SequenceReader<byte>(received);
        isWhole = reader.IsNext(Preface);
        return isWhole || (received.Length < Preface.Length && reader.IsNext(Preface[..(int)received.Length]));
    }
}
