namespace EdgeZone.Emulator.Testing.Hosting;

/// <summary>A time that does not pass.</summary>
internal sealed class StandingTime(DateTimeOffset instant) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => instant;

    public override long GetTimestamp() => 0;
}
