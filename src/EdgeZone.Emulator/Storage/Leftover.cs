namespace EdgeZone.Emulator.Storage;

/// <summary>Rows that nothing needs any more: an entry and those before it, or pieces of a snapshot.</summary>
/// <param name="Entry">The newest of the entries; 0 when there are none.</param>
/// <param name="FirstPiece">The first of the pieces.</param>
/// <param name="Pieces">How many pieces there are.</param>
internal readonly record struct Leftover(long Entry, long FirstPiece = 0, long Pieces = 0);
