namespace EdgeZone.Emulator.Storage;

/// <summary>How the store does.</summary>
/// <param name="Directory">Where it keeps what it keeps.</param>
/// <param name="Fault">Why nothing is kept any more, in one line; null while all is well.</param>
/// <param name="QueuedBytes">How much waits to be written.</param>
internal sealed record StorageState(string Directory, string? Fault, long QueuedBytes);
