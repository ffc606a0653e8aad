namespace EdgeZone.Emulator.Storage;

/// <summary>Removes a bounded number of rows with each commit, so that a snapshot which makes a million entries needless holds nobody up.</summary>
internal sealed class LeftoverSweep(StoreFile file, int slice) : IDisposable
{
    /// <summary>A piece is some dozens of pages.</summary>
    private const int PieceInRows = 64;

    private readonly Queue<Leftover> _leftovers = new();
    private readonly Statement _entries = new(file.Connection, "DELETE FROM entry WHERE position BETWEEN ?1 AND ?2");
    private readonly Statement _piece = new(file.Connection, "DELETE FROM piece WHERE id = ?1");

    public bool IsDone => _leftovers.Count == 0;

    public void Add(Leftover leftover) => _leftovers.Enqueue(leftover);

    public void Step()
    {
        for (var rows = 0; rows < slice && _leftovers.TryDequeue(out var leftover);)
        {
            while (rows < slice && leftover.Entries is [.., var run])
            {
                var last = Math.Min(run.Last, run.First + slice - rows - 1);
                _entries.Bind(1, run.First).Bind(2, last).Run();
                rows += (int)(last - run.First) + 1;
                leftover.Entries.RemoveAt(leftover.Entries.Count - 1);
                if (last < run.Last)
                {
                    leftover.Entries.Add(run with { First = last + 1 });
                }
            }

            while (rows < slice && leftover.Pieces > 0)
            {
                _piece.Bind(1, leftover.FirstPiece).Run();
                leftover = leftover with { FirstPiece = leftover.FirstPiece + 1, Pieces = leftover.Pieces - 1 };
                rows += PieceInRows;
            }

            if (leftover.Entries.Count > 0 || leftover.Pieces > 0)
            {
                _leftovers.Enqueue(leftover);
            }
        }
    }

    public void Dispose()
    {
        _entries.Dispose();
        _piece.Dispose();
    }
}
