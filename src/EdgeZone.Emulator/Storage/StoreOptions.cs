namespace EdgeZone.Emulator.Storage;

/// <summary>The store's limits. Tests set others; nobody else has a reason to.</summary>
internal sealed record StoreOptions
{
    /// <summary>From how many queued bytes on <see cref="SandboxStore.WaitForRoomAsync"/> waits.</summary>
    public int QueueLimit { get; init; } = 16 * 1024 * 1024;

    /// <summary>How much of a snapshot goes into one commit, so that a big one does not hold up the calls beside it.</summary>
    public int SnapshotPiece { get; init; } = 256 * 1024;

    /// <summary>How many rows that are no longer needed go away with one commit.</summary>
    public int SweepSlice { get; init; } = 256;

    /// <summary>How long an orderly end may take.</summary>
    public TimeSpan CloseLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many pages the file may have; null for as many as the disk holds.</summary>
    public int? MaximumPages { get; init; }
}
