using System.Net;
using System.Net.Sockets;

namespace EdgeZone.Emulator.Benchmarks.Wire;

/// <summary>A connection for one call after the other.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly AnswerReader _answer = new();

    /// <exception cref="SocketException">Nobody listens.</exception>
    public RawConnection(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <returns>The answer's body.</returns>
    public byte[] Call(SignedCall call)
    {
        _socket.Send(call.ToBytes(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));
        _answer.Clear();
        int read;
        do
        {
            read = _socket.Receive(_answer.Free.Span);
            if (read == 0)
            {
                throw new IOException("The connection was closed before the answer was complete.");
            }
        }
        while (!_answer.Advance(read));
        return _answer.Body.ToArray();
    }

    public void Dispose() => _socket.Dispose();
}
