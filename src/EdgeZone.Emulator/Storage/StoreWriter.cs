namespace EdgeZone.Emulator.Storage;

/// <summary>Writes one batch with one commit. Used by one thread.</summary>
internal sealed class StoreWriter(StoreFile file, StoreOptions options, long nextPiece) : IDisposable
{
    private readonly Statement _begin = new(file.Connection, "BEGIN IMMEDIATE");
    private readonly Statement _commit = new(file.Connection, "COMMIT");
    private readonly Statement _setPosition = new(file.Connection, "UPDATE store SET position = ?1");
    private readonly Statement _entry = new(
        file.Connection, "INSERT INTO entry (position, previous, sandbox, number, checksum, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    private readonly Statement _entryBefore = new(file.Connection, "SELECT previous, number FROM entry WHERE position = ?1");
    private readonly Statement _piece = new(file.Connection, "INSERT INTO piece (id, bytes) VALUES (?1, ?2)");
    private readonly SandboxRows _sandboxes = new(file);
    private readonly LeftoverSweep _sweep = new(file, options.SweepSlice);
    private readonly Queue<Write> _snapshots = new();
    private readonly List<TaskCompletionSource> _saved = [];
    private SnapshotInHand? _inHand;

    // Of the newest thing that is no entry, until it is written: entries have their positions with them, so a commit of nothing else writes a page less.
    private long? _position;

    /// <summary>Whether there is something to do although nobody has queued anything: a snapshot to finish, rows to remove.</summary>
    public bool HasMore => _inHand is not null || _snapshots.Count > 0 || !_sweep.IsDone;

    /// <summary>Returns when all of it is on disk.</summary>
    public void Commit(WriteBatch batch)
    {
        _begin.Run();
        foreach (var write in batch.Writes)
        {
            Put(write);
        }

        if (_position is { } position)
        {
            _setPosition.Bind(1, position).Run();
            _position = null;
        }

        AdvanceSnapshot();
        _sweep.Step();
        _commit.Run();
    }

    /// <summary>Tells those whose snapshots the last commit completed.</summary>
    public void TellSaved()
    {
        _saved.ForEach(saved => saved.SetResult());
        _saved.Clear();
    }

    /// <summary>Tells everybody who waits for a snapshot that it will not be kept.</summary>
    public void Fail(string reason)
    {
        foreach (var saved in _saved.Concat(_snapshots.Select(write => write.Saved!)).Concat(_inHand is null ? [] : [_inHand.Saved]))
        {
            saved.TrySetException(new StorageException(reason));
            _ = saved.Task.Exception;
        }
    }

    public void Dispose()
    {
        foreach (var part in (IDisposable[])[_begin, _commit, _setPosition, _entry, _entryBefore, _piece, _sandboxes, _sweep])
        {
            part.Dispose();
        }
    }

    private void Put(in Write write)
    {
        if (write.Kind != WriteKind.Entry)
        {
            _position = write.Position;
        }

        switch (write.Kind)
        {
            case WriteKind.Entry:
                PutEntry(write);
                break;
            case WriteKind.Snapshot:
                _snapshots.Enqueue(write);
                break;
            case WriteKind.Beginning:
                write.Log.OnFile.Id = write.Position;
                _sandboxes.Add(write.Log, write.Bytes.Span);
                break;
            case WriteKind.Forgetting:
                Forget(write.Log.OnFile);
                break;
        }
    }

    private void PutEntry(in Write write)
    {
        var log = write.Log.OnFile;
        var bytes = write.Bytes.Span;
        var checksum = Checksum.OfEntry(write.Position, log.Last, log.Id, write.Number, bytes);
        _entry.Bind(1, write.Position).Bind(2, log.Last).Bind(3, log.Id).Bind(4, write.Number).Bind(5, checksum).Bind(6, bytes).Run();
        log.Last = write.Position;
        log.Entries.Add(write.Position);
    }

    private void Forget(LogOnFile log)
    {
        _sandboxes.Remove(log.Id);
        _sweep.Add(new Leftover(log.Entries.TakeUpTo(log.Last), log.Snapshot?.FirstPiece ?? 0, log.Snapshot?.Pieces ?? 0));
        (log.Id, log.Last, log.Snapshot) = (0, 0, null);
    }

    private void AdvanceSnapshot()
    {
        if (_inHand is null && _snapshots.TryDequeue(out var next))
        {
            _inHand = new SnapshotInHand(next, nextPiece);
        }

        if (_inHand is not { } snapshot)
        {
            return;
        }

        if (!snapshot.IsWhole)
        {
            var piece = snapshot.Bytes.Slice(snapshot.Written, Math.Min(options.SnapshotPiece, snapshot.Bytes.Length - snapshot.Written));
            _piece.Bind(1, nextPiece++).Bind(2, piece.Span).Run();
            snapshot.Written += piece.Length;
            snapshot.Pieces++;
        }

        if (snapshot.IsWhole)
        {
            Exchange(snapshot);
            _saved.Add(snapshot.Saved);
            _inHand = null;
        }
    }

    /// <summary>From this commit on the snapshot stands for everything up to its number.</summary>
    private void Exchange(SnapshotInHand snapshot)
    {
        var log = snapshot.Log.OnFile;
        if (log.Id == 0 || log.Snapshot?.Number > snapshot.Number)
        {
            // Reset or forgotten while the snapshot was written, or an older one that was queued after a newer one.
            _sweep.Add(new Leftover([], snapshot.FirstPiece, snapshot.Pieces));
            return;
        }

        var older = log.Snapshot;
        log.Cut = LastUpTo(snapshot.Number, log);
        log.Snapshot = new SnapshotOnFile(snapshot.Number, snapshot.FirstPiece, snapshot.Pieces, Checksum.Of(snapshot.Bytes.Span));
        _sandboxes.Exchange(snapshot.Log);
        _sweep.Add(new Leftover(log.Entries.TakeUpTo(log.Cut), older?.FirstPiece ?? 0, older?.Pieces ?? 0));
    }

    /// <summary>The last entry that has this number or a lower one.</summary>
    private long LastUpTo(long number, LogOnFile log)
    {
        var position = log.Last;
        while (position > log.Cut && _entryBefore.Bind(1, position).Step())
        {
            var (previous, found) = (_entryBefore.Number(0), _entryBefore.Number(1));
            _entryBefore.Reset();
            if (found <= number)
            {
                break;
            }

            position = previous;
        }

        return position;
    }
}
