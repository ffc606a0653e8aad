namespace EdgeZone.Emulator.Storage;

/// <summary>What can be queued.</summary>
internal enum WriteKind
{
    Entry,
    Snapshot,
    Beginning,
    Forgetting,
}
