namespace EdgeZone.Emulator.Storage;

/// <summary>Reads everything once, and believes nothing: each row has its checksum, and each entry names the one before it.</summary>
internal sealed class StoreReader(StoreFile file)
{
    private readonly Dictionary<long, (SandboxLog Log, ReadOnlyMemory<byte> Beginning, List<KeptEntry> Entries)> _sandboxes = [];

    /// <summary>The row after the last piece that any snapshot has.</summary>
    public long NextPiece { get; private set; } = 1;

    /// <exception cref="StorageException">Something is not as it was written.</exception>
    public IReadOnlyList<KeptSandbox> Read()
    {
        ReadSandboxes();
        ReadEntries();
        var kept = _sandboxes.Values.Select(sandbox => new KeptSandbox(sandbox.Log, sandbox.Beginning, ReadSnapshot(sandbox.Log), sandbox.Entries)).ToList();
        _sandboxes.Clear();
        return kept;
    }

    /// <summary>What a process that died had no time to remove, or had begun and not finished.</summary>
    public void RemoveLeftovers()
    {
        file.Execute("DELETE FROM entry WHERE NOT EXISTS (SELECT 1 FROM sandbox WHERE sandbox.id = entry.sandbox AND sandbox.cut < entry.position)");
        file.Execute("DELETE FROM piece WHERE NOT EXISTS (SELECT 1 FROM sandbox WHERE piece.id BETWEEN first_piece AND first_piece + pieces - 1)");
    }

    private void ReadSandboxes()
    {
        using var rows = new Statement(
            file.Connection,
            "SELECT id, name, beginning, cut, snapshot, first_piece, pieces, snapshot_checksum, checksum FROM sandbox ORDER BY id");
        while (rows.Step())
        {
            var (id, name, beginning, cut) = (rows.Number(0), rows.Text(1), rows.Bytes(2).ToArray(), rows.Number(3));
            var snapshot = rows.IsNull(4) ? null : new SnapshotOnFile(rows.Number(4), rows.Number(5), rows.Number(6), (uint)rows.Number(7));
            Believe(rows.Number(8) == Checksum.OfSandbox(id, name, beginning, cut, snapshot), "a sandbox's row");

            var log = new SandboxLog(name) { Position = file.Position, LastNumber = snapshot?.Number ?? 0 };
            (log.OnFile.Id, log.OnFile.Cut, log.OnFile.Last, log.OnFile.Snapshot) = (id, cut, cut, snapshot);
            NextPiece = Math.Max(NextPiece, snapshot is null ? 1 : snapshot.FirstPiece + snapshot.Pieces);
            _sandboxes.Add(id, (log, beginning, []));
        }
    }

    private void ReadEntries()
    {
        using var rows = new Statement(file.Connection, "SELECT position, previous, sandbox, number, checksum, bytes FROM entry ORDER BY position");
        while (rows.Step())
        {
            var (position, previous, id, number) = (rows.Number(0), rows.Number(1), rows.Number(2), rows.Number(3));
            if (!_sandboxes.TryGetValue(id, out var sandbox) || position <= sandbox.Log.OnFile.Cut)
            {
                continue;
            }

            var bytes = rows.Bytes(5).ToArray();
            Believe(rows.Number(4) == Checksum.OfEntry(position, previous, id, number, bytes), $"entry {number} of a sandbox");
            Believe(previous == sandbox.Log.OnFile.Last, $"the entry before number {number} of a sandbox");

            sandbox.Log.OnFile.Last = position;
            sandbox.Log.OnFile.Entries.Add(position);
            sandbox.Log.LastNumber = number;
            sandbox.Entries.Add(new KeptEntry(number, bytes));
        }
    }

    private KeptSnapshot? ReadSnapshot(SandboxLog log)
    {
        if (log.OnFile.Snapshot is not { } snapshot)
        {
            return null;
        }

        using var rows = new Statement(file.Connection, "SELECT bytes FROM piece WHERE id BETWEEN ?1 AND ?2 ORDER BY id");
        rows.Bind(1, snapshot.FirstPiece).Bind(2, snapshot.FirstPiece + snapshot.Pieces - 1);
        using var bytes = new MemoryStream();
        while (rows.Step())
        {
            bytes.Write(rows.Bytes(0));
        }

        var whole = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        Believe(Checksum.Of(whole.Span) == snapshot.Checksum, "a sandbox's snapshot");
        return new KeptSnapshot(snapshot.Number, whole);
    }

    private void Believe(bool isAsWritten, string what)
    {
        if (!isAsWritten)
        {
            throw new StorageException($"{file.Path}: it is damaged: {what} is not what was written");
        }
    }
}
