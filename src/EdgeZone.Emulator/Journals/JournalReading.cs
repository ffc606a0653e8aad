namespace EdgeZone.Emulator.Journals;

/// <summary>A journal as it was at one moment.</summary>
/// <param name="Newest">The newest entry; null when none is kept.</param>
/// <param name="Calls">How many calls there have ever been.</param>
/// <param name="Truncated">Whether older entries are forgotten.</param>
internal readonly record struct JournalReading(JournalEntry? Newest, long Calls, bool Truncated)
{
    /// <summary>The entries, the newest first. What is forgotten meanwhile only makes them fewer.</summary>
    public IEnumerable<JournalEntry> Entries
    {
        get
        {
            for (var entry = Newest; entry is not null; entry = entry.Older)
            {
                yield return entry;
            }
        }
    }
}
