using System.Threading.Channels;

namespace EdgeZone.Emulator.Journals;

/// <summary>
/// Somebody who reads a journal as it grows, at a pace of their own. Nobody waits for them, and nothing is kept for them that the journal does
/// not keep anyway: who lets too much come without reading, or has not read what is forgotten, is cut off.
/// </summary>
/// <param name="position">The id up to which everything is read.</param>
/// <param name="last">The entry behind which to go on; null for the oldest one that is kept.</param>
internal sealed class JournalListener(long position, JournalEntry? last) : IDisposable
{
    /// <summary>How many entries may come before the listener reads.</summary>
    public const int Patience = 1_000;

    private readonly CancellationTokenSource _cut = new();
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private int _unread;

    /// <summary>The id up to which everything is read.</summary>
    public long Position { get; private set; } = position;

    /// <summary>The entry that was read last; null when it is not kept.</summary>
    public JournalEntry? Last { get; private set; } = last;

    /// <summary>Whether the journal is closed, so that nothing will come any more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Cancelled when the listener is cut off.</summary>
    public CancellationToken CutOff => _cut.Token;

    /// <summary>Completes when there may be something to read; what came since it last did so counts.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellation) => await _news.Reader.ReadAsync(cancellation);

    /// <summary>Has the listener look.</summary>
    public void Wake() => _news.Writer.TryWrite(true);

    /// <summary>An entry came; for the holder of the journal's gate.</summary>
    public void Tell()
    {
        if (++_unread > Patience)
        {
            Cut();
        }

        Wake();
    }

    /// <summary>The listener looks for the next entry; for the holder of the journal's gate.</summary>
    /// <param name="isOver">Whether the journal is closed.</param>
    /// <param name="isNext">Whether nothing is forgotten between what was read and what is kept.</param>
    /// <returns>Whether it may read.</returns>
    public bool Reads(bool isOver, bool isNext)
    {
        (_unread, IsOver) = (0, isOver);
        if (!isOver && !isNext)
        {
            Cut();
        }

        return !isOver && !_cut.IsCancellationRequested;
    }

    /// <summary>An entry is read; for the holder of the journal's gate.</summary>
    public void Pass(JournalEntry entry) => (Position, Last) = (entry.LastId, entry);

    public void Dispose() => _cut.Dispose();

    // Whoever holds the gate waits for nobody.
    private void Cut() => _ = _cut.CancelAsync();
}
