namespace EdgeZone.Emulator.Storage;

/// <summary>What the store has of one sandbox.</summary>
/// <param name="Log">Where its further entries go.</param>
/// <param name="Beginning">How it was made.</param>
/// <param name="Snapshot">The newest snapshot; null when there is none.</param>
/// <param name="Entries">The entries after the snapshot, or all of them, in order.</param>
internal sealed record KeptSandbox(SandboxLog Log, ReadOnlyMemory<byte> Beginning, KeptSnapshot? Snapshot, IReadOnlyList<KeptEntry> Entries)
{
    public string Name => Log.Name;
}
