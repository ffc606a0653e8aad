namespace EdgeZone.Emulator.Storage;

/// <summary>A snapshot that is being written, a piece with each commit.</summary>
internal sealed class SnapshotInHand(in Write write, long firstPiece)
{
    public SandboxLog Log { get; } = write.Log;

    public long Number { get; } = write.Number;

    public ReadOnlyMemory<byte> Bytes { get; } = write.Bytes;

    public TaskCompletionSource Saved { get; } = write.Saved!;

    public long FirstPiece { get; } = firstPiece;

    public int Written { get; set; }

    public long Pieces { get; set; }

    public bool IsWhole => Written == Bytes.Length;
}
