using System.IO.Pipelines;
using System.Net.Sockets;
using EdgeZone.Emulator.Proxy;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Connections;

namespace EdgeZone.Emulator.Connections;

/// <summary>Tunnels to hosts that a setting lets pass: so many at once, and none that is silent for too long.</summary>
internal sealed class PassingTunnel(EmulatorSettings settings)
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    private int _open;

    /// <summary>Carries bytes both ways until one side ends, or is silent, or the process stops.</summary>
    public async Task CarryAsync(ConnectionContext connection, ProxyTarget target)
    {
        var output = connection.Transport.Output;
        if (Interlocked.Increment(ref _open) > settings.Proxy.Tunnels)
        {
            Interlocked.Decrement(ref _open);
            await ProxyAnswer.RefuseAsync(
                output, "503 Service Unavailable", $"There are as many tunnels as Emulator:Proxy:Tunnels allows: {settings.Proxy.Tunnels}.");
            return;
        }

        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            if (await ConnectAsync(socket, connection, target) is { } failure)
            {
                await ProxyAnswer.RefuseAsync(output, "502 Bad Gateway", $"{target} cannot be reached: {failure}.");
                return;
            }

            await ProxyAnswer.EstablishAsync(output);
            await CarryAsync(connection, socket);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static async Task<string?> ConnectAsync(Socket socket, ConnectionContext connection, ProxyTarget target)
    {
        using var patience = Patience.With(connection, ConnectTime);
        try
        {
            await socket.ConnectAsync(target.Host, target.Port, patience.Token);
            return null;
        }
        catch (SocketException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException)
        {
            return "it does not answer";
        }
    }

    private async Task CarryAsync(ConnectionContext connection, Socket socket)
    {
        await using var stream = new NetworkStream(socket);
        using var patience = Patience.With(connection, settings.Proxy.IdleTime);
        try
        {
            var away = CopyAsync(connection.Transport.Input, PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true)), patience);
            var back = CopyAsync(PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true)), connection.Transport.Output, patience);
            // What one side has ended the other may still answer.
            if (await Task.WhenAny(away, back) == away)
            {
                await away;
                socket.Shutdown(SocketShutdown.Send);
                await back;
            }

            await back;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // One side is gone, or it was silent for too long: that is the end of a tunnel, too.
        }
        finally
        {
            // Whichever of the two still waits must not outlive the pipes that it reads.
            await patience.CancelAsync();
        }
    }

    private async Task CopyAsync(PipeReader from, PipeWriter to, CancellationTokenSource patience)
    {
        while (true)
        {
            var read = await from.ReadAsync(patience.Token);
            foreach (var part in read.Buffer)
            {
                await to.WriteAsync(part, patience.Token);
            }

            from.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }

            patience.CancelAfter(settings.Proxy.IdleTime);
        }
    }
}
