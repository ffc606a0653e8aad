namespace EdgeZone.Emulator.Storage;

/// <summary>Where a sandbox's rows are in the file. Each of its entries names the one before, so the newest leads to all others.</summary>
internal sealed class LogOnFile
{
    /// <summary>The sandbox's row: the position at which it began, so no two ever have the same. 0 when the file has none (any more).</summary>
    public long Id { get; set; }

    /// <summary>The newest entry's position; 0 when there has been none.</summary>
    public long Last { get; set; }

    /// <summary>The position of the last entry that the snapshot made needless; 0 when there is none.</summary>
    public long Cut { get; set; }

    /// <summary>Where the entries after the cut are.</summary>
    public PositionRuns Entries { get; } = new();

    /// <summary>The snapshot; null when there is none.</summary>
    public SnapshotOnFile? Snapshot { get; set; }
}
