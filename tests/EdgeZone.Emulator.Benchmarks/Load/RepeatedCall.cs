using EdgeZone.Emulator.Benchmarks.Wire;

namespace EdgeZone.Emulator.Benchmarks.Load;

/// <summary>The same call again and again; signed once a second, as a signature covers the second and the body.</summary>
internal sealed class RepeatedCall(SignedCall call) : ICallSource
{
    private long _signedFor;
    private byte[] _request = [];

    public byte[] Next(long second)
    {
        if (second != _signedFor)
        {
            (_signedFor, _request) = (second, call.ToBytes(second));
        }

        return _request;
    }

    public void Answered(ReadOnlySpan<byte> body)
    {
    }
}
