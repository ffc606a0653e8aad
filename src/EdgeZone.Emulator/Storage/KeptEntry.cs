namespace EdgeZone.Emulator.Storage;

/// <summary>One entry as it was appended.</summary>
/// <param name="Number">Its number in its sandbox; the numbers ascend, and those of calls that changed nothing are left out.</param>
/// <param name="Bytes">What was appended.</param>
internal readonly record struct KeptEntry(long Number, ReadOnlyMemory<byte> Bytes);
