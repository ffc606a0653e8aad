using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using EdgeZone.Emulator.Benchmarks.Wire;

namespace EdgeZone.Emulator.Benchmarks.Load;

/// <summary>
/// Keeps one call under way on each connection. One thread and no callbacks: on a machine with two cores whatever the client uses is
/// taken from the host, so it must be little and the same for both.
/// </summary>
internal sealed class ClosedLoop(int port, ICallSource calls, int connections)
{
    private const int PollMicroseconds = 100_000;

    private readonly List<double> _latencies = new(1 << 17);

    public LoadResult Run(TimeSpan duration)
    {
        var flights = Enumerable.Range(0, connections).Select(_ => new Flight(port)).ToDictionary(flight => flight.Socket);
        var ready = new List<Socket>(connections);
        var started = Stopwatch.GetTimestamp();
        foreach (var flight in flights.Values)
        {
            flight.Send(calls.Next(DateTimeOffset.UtcNow.ToUnixTimeSeconds()));
        }

        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            ready.Clear();
            ready.AddRange(flights.Keys);
            Socket.Select(ready, null, null, PollMicroseconds);
            var second = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            foreach (var socket in ready)
            {
                var flight = flights[socket];
                if (flight.Receive() is not { } elapsed)
                {
                    continue;
                }

                _latencies.Add(elapsed.TotalMicroseconds);
                calls.Answered(flight.Answer);
                flight.Send(calls.Next(second));
            }
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (var flight in flights.Values)
        {
            flight.Socket.Dispose();
        }

        _latencies.Sort();
        return new LoadResult(_latencies.Count, _latencies.Count / seconds, _latencies[_latencies.Count / 2], _latencies[_latencies.Count * 99 / 100]);
    }

    private sealed class Flight
    {
        private readonly AnswerReader _answer = new();
        private long _sent;

        public Flight(int port) => Socket.Connect(IPAddress.Loopback, port);

        public Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        /// <summary>The body of the answer, once it is complete.</summary>
        public ReadOnlySpan<byte> Answer => _answer.Body;

        public void Send(byte[] request)
        {
            _answer.Clear();
            _sent = Stopwatch.GetTimestamp();
            Socket.Send(request);
        }

        /// <returns>How long the call took; null while the answer is incomplete.</returns>
        public TimeSpan? Receive()
        {
            if (!_answer.Advance(Socket.Receive(_answer.Free.Span)))
            {
                return null;
            }

            var elapsed = Stopwatch.GetElapsedTime(_sent);

            // A refusal is cheaper than an answer; a round with one in it would be a lie.
            if (!_answer.IsOk || _answer.Body.StartsWith("""{"Response":{"Error":"""u8))
            {
                throw new InvalidOperationException($"A call was refused: {System.Text.Encoding.UTF8.GetString(_answer.Body)}");
            }

            return elapsed;
        }
    }
}
