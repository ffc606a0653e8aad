namespace EdgeZone.Emulator.Storage;

/// <summary>Entries of one sandbox that stand one after the other in the file.</summary>
/// <param name="First">The position of the first.</param>
/// <param name="Last">The position of the last.</param>
internal readonly record struct PositionRun(long First, long Last);
