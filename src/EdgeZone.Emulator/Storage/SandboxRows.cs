namespace EdgeZone.Emulator.Storage;

/// <summary>The rows of the sandboxes.</summary>
internal sealed class SandboxRows(StoreFile file) : IDisposable
{
    private readonly Statement _add = new(file.Connection, "INSERT INTO sandbox (id, name, beginning, cut, checksum) VALUES (?1, ?2, ?3, 0, ?4)");
    private readonly Statement _remove = new(file.Connection, "DELETE FROM sandbox WHERE id = ?1");
    private readonly Statement _beginning = new(file.Connection, "SELECT beginning FROM sandbox WHERE id = ?1");
    private readonly Statement _exchange = new(
        file.Connection,
        "UPDATE sandbox SET cut = ?2, snapshot = ?3, first_piece = ?4, pieces = ?5, snapshot_checksum = ?6, checksum = ?7 WHERE id = ?1");

    public void Add(SandboxLog log, ReadOnlySpan<byte> beginning)
    {
        var checksum = Checksum.OfSandbox(log.OnFile.Id, log.Name, beginning, 0, null);
        _add.Bind(1, log.OnFile.Id).Bind(2, log.Name).Bind(3, beginning).Bind(4, checksum).Run();
    }

    public void Remove(long id) => _remove.Bind(1, id).Run();

    /// <summary>Writes the snapshot and the cut that the log has now.</summary>
    public void Exchange(SandboxLog log)
    {
        var (id, cut, snapshot) = (log.OnFile.Id, log.OnFile.Cut, log.OnFile.Snapshot!);
        _exchange.Bind(1, id).Bind(2, cut).Bind(3, snapshot.Number).Bind(4, snapshot.FirstPiece).Bind(5, snapshot.Pieces).Bind(6, snapshot.Checksum);
        _exchange.Bind(7, ChecksumOf(log)).Run();
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_add, _remove, _beginning, _exchange])
        {
            statement.Dispose();
        }
    }

    private long ChecksumOf(SandboxLog log)
    {
        _beginning.Bind(1, log.OnFile.Id).Step();
        var checksum = Checksum.OfSandbox(log.OnFile.Id, log.Name, _beginning.Bytes(0), log.OnFile.Cut, log.OnFile.Snapshot);
        _beginning.Reset();
        return checksum;
    }
}
