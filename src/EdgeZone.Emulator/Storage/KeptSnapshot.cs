namespace EdgeZone.Emulator.Storage;

/// <summary>A sandbox's newest snapshot.</summary>
/// <param name="Number">The last entry that is in it.</param>
/// <param name="Bytes">What was saved.</param>
internal sealed record KeptSnapshot(long Number, ReadOnlyMemory<byte> Bytes);
