namespace EdgeZone.Emulator.Storage;

/// <summary>One thing to write.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Log">Whose it is.</param>
/// <param name="Position">Its place among everything that was ever queued.</param>
/// <param name="Number">The entry's number, or that of the snapshot's last entry.</param>
/// <param name="Bytes">Entry, snapshot or beginning.</param>
/// <param name="Saved">Who waits for the snapshot.</param>
internal readonly record struct Write(
    WriteKind Kind,
    SandboxLog Log,
    long Position,
    long Number = 0,
    ReadOnlyMemory<byte> Bytes = default,
    TaskCompletionSource? Saved = null);
