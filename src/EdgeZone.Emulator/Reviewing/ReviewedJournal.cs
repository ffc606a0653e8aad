using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Journals;

namespace EdgeZone.Emulator.Reviewing;

/// <summary>A journal as a reviewer reads it: from its beginning.</summary>
/// <param name="Calls">The calls, in their order.</param>
/// <param name="Events">What happened, whoever made it happen, with the number of the entry by which it was seen.</param>
/// <param name="Held">What is held at the end: its id, and what it is.</param>
/// <param name="CallsPerSecond">How many calls of an action the sandbox takes in a second.</param>
internal sealed record ReviewedJournal(
    IReadOnlyList<ReviewedCall> Calls,
    IReadOnlyList<(WorldEvent Happened, long Number)> Events,
    IReadOnlyList<(string Id, string What)> Held,
    int CallsPerSecond)
{
    public static ReviewedJournal Of(JournalReading journal, IReadOnlyList<(string Id, string What)> held, int callsPerSecond)
    {
        var entries = journal.Entries.Reverse().ToList();
        return new ReviewedJournal(
            [.. entries.Where(entry => entry.Call is not null).Select(entry => new ReviewedCall(entry))],
            [.. entries.SelectMany(entry => entry.Events.Select(happened => (happened, entry.Number)))],
            held,
            callsPerSecond);
    }

    /// <summary>The calls behind one.</summary>
    public IEnumerable<ReviewedCall> After(ReviewedCall call) => Calls.Where(other => other.Number > call.Number && other.AppId == call.AppId);
}
