namespace EdgeZone.Emulator.Benchmarks.Load;

/// <summary>What the load sends next.</summary>
internal interface ICallSource
{
    /// <summary>The next call, signed for that second.</summary>
    byte[] Next(long second);

    /// <summary>The body of a complete answer.</summary>
    void Answered(ReadOnlySpan<byte> body);
}
