using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Journals;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>Keeps the entries of one sandbox. Its members but the waits are for the turn.</summary>
internal interface ISandboxLog
{
    /// <summary>How far the sandbox has come: who waits for it has everything kept that they have seen.</summary>
    long Position { get; }

    /// <summary>Keeps an entry that has changed the sandbox.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="call">The call with all its parameters; null for a command.</param>
    /// <param name="cloud">The world behind it, of which a snapshot is kept now and then in place of the entries.</param>
    /// <exception cref="NotKeptException">Nothing is kept any more.</exception>
    void Append(JournalEntry entry, Call? call, EdgeCloud cloud);

    /// <summary>Completes while there is room for more.</summary>
    /// <exception cref="NotKeptException">Nothing is kept any more.</exception>
    ValueTask WaitForRoomAsync();

    /// <summary>Completes when everything up to that position is kept.</summary>
    /// <exception cref="NotKeptException">It will not be kept.</exception>
    ValueTask WaitUntilKeptAsync(long position);
}
