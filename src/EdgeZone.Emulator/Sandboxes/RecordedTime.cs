namespace EdgeZone.Emulator.Sandboxes;

/// <summary>The time outside as it stands in a record.</summary>
internal sealed class RecordedTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
