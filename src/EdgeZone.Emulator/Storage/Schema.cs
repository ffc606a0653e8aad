namespace EdgeZone.Emulator.Storage;

/// <summary>
/// The tables. Entries of all sandboxes stand in the order in which they were queued, so a commit writes at one end of one table, whoever
/// its entries belong to; a sandbox's own are found backwards, each names the one before. The position of the newest thing that is no entry stands in
/// <c>store</c>.
/// </summary>
internal static class Schema
{
    public const string FirstRow = "INSERT INTO store (id, engine, position, closed) VALUES (?1, ?2, 0, 1)";

    public static IReadOnlyList<string> Tables { get; } =
    [
        $"PRAGMA application_id={FileHeader.Application}",
        $"PRAGMA user_version={FileHeader.Format}",
        "CREATE TABLE store (id BLOB NOT NULL, engine TEXT NOT NULL, position INTEGER NOT NULL, closed INTEGER NOT NULL)",
        """
        CREATE TABLE sandbox (id INTEGER PRIMARY KEY, name TEXT NOT NULL, beginning BLOB NOT NULL, cut INTEGER NOT NULL,
          snapshot INTEGER, first_piece INTEGER, pieces INTEGER, snapshot_checksum INTEGER, checksum INTEGER NOT NULL)
        """,
        "CREATE TABLE piece (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
        """
        CREATE TABLE entry (position INTEGER PRIMARY KEY, previous INTEGER NOT NULL, sandbox INTEGER NOT NULL, number INTEGER NOT NULL,
          checksum INTEGER NOT NULL, bytes BLOB NOT NULL)
        """,
    ];
}
