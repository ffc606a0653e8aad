using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>All that a sandbox has come from: what it began as, and every call and command since, in the order of their effects.</summary>
/// <param name="Name">The sandbox's name.</param>
/// <param name="Edition">Which generation of the contract it speaks.</param>
/// <param name="Beginning">What it began as.</param>
/// <param name="Entries">The calls and commands, the oldest first.</param>
internal sealed record SandboxRecord(string Name, ApiEdition Edition, WorldState Beginning, IReadOnlyList<JournalEntry> Entries)
{
    /// <summary>Takes it from a journal.</summary>
    /// <exception cref="RecordCutException">The journal has forgotten something.</exception>
    public static SandboxRecord Of(string name, ApiEdition edition, WorldState beginning, JournalReading reading)
    {
        var entries = reading.Entries.Where(entry => entry.Number > 0).Reverse().ToArray();
        // What is forgotten while it is read is missed by its number.
        var isWhole = !reading.Truncated && (entries.Length == 0 || entries[0].Number == beginning.Number + 1);
        return isWhole && !entries.Any(entry => entry.IsCut) ? new SandboxRecord(name, edition, beginning, entries) : throw new RecordCutException(name);
    }

    /// <summary>The world as it was just before an entry.</summary>
    /// <exception cref="ControlException">There is no such entry.</exception>
    public WorldState StateBefore(long number)
    {
        var last = Beginning.Number + Entries.Count;
        if (number <= Beginning.Number || number > last)
        {
            throw new ControlException(
                "call",
                Entries.Count == 0
                    ? $"There is no call {number}: sandbox '{Name}' has none."
                    : $"There is no call {number}, only {Beginning.Number + 1} to {last}.");
        }

        var replay = new Replay(Beginning, Edition);
        foreach (var entry in Entries.TakeWhile(entry => entry.Number < number).Where(entry => entry.HasChanged))
        {
            replay.Play(entry);
        }

        return replay.StateBefore(number, Entries[(int)(number - Beginning.Number - 1)].Outside);
    }
}
