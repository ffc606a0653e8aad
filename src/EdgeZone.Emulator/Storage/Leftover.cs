namespace EdgeZone.Emulator.Storage;

/// <summary>Rows that nothing needs any more: entries, or pieces of a snapshot.</summary>
/// <param name="Entries">Where the entries are that are still to be removed.</param>
/// <param name="FirstPiece">The first of the pieces.</param>
/// <param name="Pieces">How many pieces there are.</param>
internal readonly record struct Leftover(List<PositionRun> Entries, long FirstPiece, long Pieces);
