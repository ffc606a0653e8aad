using System.Diagnostics;
using System.Text;
using EdgeZone.Emulator.Benchmarks.Wire;

namespace EdgeZone.Emulator.Benchmarks.Load;

/// <summary>Creates instances and gives each back once it runs: half of the calls create, half terminate, once the first ones run.</summary>
internal sealed class Turnover : ICallSource
{
    // Of the profile Fast: network and installation, and some more for a host that lags behind.
    private static readonly TimeSpan UntilRunning = TimeSpan.FromSeconds(4);

    private readonly RepeatedCall _create = new(SignedCall.CreateInstances(1));
    private readonly Queue<(string Id, long Created)> _created = new();
    private readonly HashSet<string> _ended = [];

    public byte[] Next(long second)
    {
        if (_created.TryPeek(out var oldest) && Stopwatch.GetElapsedTime(oldest.Created) > UntilRunning)
        {
            _created.Dequeue();
            _ended.Add(oldest.Id);
            return SignedCall.TerminateInstances(oldest.Id).ToBytes(second);
        }

        return _create.Next(second);
    }

    /// <remarks>Both actions answer with the same member: an id that was sent is one that was given back.</remarks>
    public void Answered(ReadOnlySpan<byte> body)
    {
        var start = body.IndexOf("ins-"u8);
        var id = Encoding.ASCII.GetString(body.Slice(start, body[start..].IndexOf((byte)'"')));
        if (!_ended.Remove(id))
        {
            _created.Enqueue((id, Stopwatch.GetTimestamp()));
        }
    }
}
