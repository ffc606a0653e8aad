using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Sandboxes;

namespace EdgeZone.Emulator.Records;

/// <summary>Plays a record in a world of its own and compares every answer with the recorded one.</summary>
internal static class ReplayCheck
{
    /// <exception cref="WorldStateException">The record's beginning contradicts itself.</exception>
    public static Outcome Run(SandboxRecord record)
    {
        var replay = StartOf(record);
        var calls = 0;
        foreach (var entry in record.Entries)
        {
            var found = replay.Play(entry);
            if (entry.Call is null)
            {
                continue;
            }

            calls++;
            if (entry.AnswerText is { } expected && !found.Span.SequenceEqual(expected))
            {
                return new Outcome(calls, new Difference(entry.Number, expected, found));
            }
        }

        return new Outcome(calls, Difference: null);
    }

    private static Replay StartOf(SandboxRecord record)
    {
        try
        {
            return new Replay(record.Beginning, record.Edition);
        }
        catch (WorldStateException fault)
        {
            throw new WorldStateException($"beginning.{fault.Path}", fault.Message);
        }
    }

    /// <summary>What came of it.</summary>
    /// <param name="Calls">How many calls were played.</param>
    /// <param name="Difference">The first answer that is another; null when all are identical.</param>
    internal sealed record Outcome(int Calls, Difference? Difference);

    /// <summary>An answer that is another than the recorded one.</summary>
    internal sealed record Difference(long Number, ReadOnlyMemory<byte> Expected, ReadOnlyMemory<byte> Found);
}
