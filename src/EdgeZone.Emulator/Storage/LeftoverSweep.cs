namespace EdgeZone.Emulator.Storage;

/// <summary>Removes a bounded number of rows with each commit, so that a snapshot which makes a million entries needless holds nobody up.</summary>
internal sealed class LeftoverSweep(StoreFile file, int slice) : IDisposable
{
    /// <summary>A piece is some dozens of pages.</summary>
    private const int PieceInRows = 64;

    private readonly Queue<Leftover> _leftovers = new();
    private readonly Statement _entry = new(file.Connection, "DELETE FROM entry WHERE position = ?1 RETURNING previous");
    private readonly Statement _piece = new(file.Connection, "DELETE FROM piece WHERE id = ?1");

    public bool IsDone => _leftovers.Count == 0;

    public void Add(Leftover leftover) => _leftovers.Enqueue(leftover);

    public void Step()
    {
        for (var rows = 0; rows < slice && _leftovers.TryDequeue(out var leftover);)
        {
            while (rows < slice && leftover.Entry != 0)
            {
                leftover = leftover with { Entry = Remove(leftover.Entry) };
                rows++;
            }

            while (rows < slice && leftover.Pieces > 0)
            {
                _piece.Bind(1, leftover.FirstPiece).Run();
                leftover = leftover with { FirstPiece = leftover.FirstPiece + 1, Pieces = leftover.Pieces - 1 };
                rows += PieceInRows;
            }

            if (leftover.Entry != 0 || leftover.Pieces > 0)
            {
                _leftovers.Enqueue(leftover);
            }
        }
    }

    public void Dispose()
    {
        _entry.Dispose();
        _piece.Dispose();
    }

    /// <summary>The entry before it; 0 when there is none, or when it has been removed before.</summary>
    private long Remove(long position)
    {
        if (!_entry.Bind(1, position).Step())
        {
            return 0;
        }

        var previous = _entry.Number(0);
        _entry.Run();
        return previous;
    }
}
