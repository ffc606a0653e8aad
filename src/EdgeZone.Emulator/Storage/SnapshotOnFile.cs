namespace EdgeZone.Emulator.Storage;

/// <summary>Where a snapshot is in the file.</summary>
/// <param name="Number">The last entry that is in it.</param>
/// <param name="FirstPiece">The row of its first piece; the others follow it.</param>
/// <param name="Pieces">How many pieces it has.</param>
/// <param name="Checksum">Over all of its bytes.</param>
internal sealed record SnapshotOnFile(long Number, long FirstPiece, long Pieces, uint Checksum);
