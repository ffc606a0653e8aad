using System.Buffers;
using EdgeZone.Emulator.Domain;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Records;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Storage;

namespace EdgeZone.Emulator.Keeping;

/// <summary>Keeps the entries of one sandbox in the store, and now and then a snapshot in their place.</summary>
/// <param name="store">The store.</param>
/// <param name="log">The sandbox's place in it.</param>
/// <param name="longest">How many bytes of entries a snapshot takes the place of; of a large world as many as the document of the snapshot before
/// had, or writing it would soon be all that is done.</param>
internal sealed class KeptLog(SandboxStore store, SandboxLog log, long longest) : ISandboxLog
{
    private readonly ArrayBufferWriter<byte> _entry = new();
    private long _length;
    private long _snapshotLength;
    private Task _snapshot = Task.CompletedTask;

    /// <summary>The sandbox's place in the store.</summary>
    public SandboxLog Place => log;

    public long Position => log.Position;

    public void Append(JournalEntry entry, Call? call, EdgeCloud cloud)
    {
        _entry.ResetWrittenCount();
        RecordText.WriteEntry(_entry, entry, call);
        try
        {
            store.Append(log, entry.Number, _entry.WrittenSpan);
        }
        catch (StorageException fault)
        {
            throw new NotKeptException(fault.Message);
        }

        _length += _entry.WrittenCount;
        if (_length > Math.Max(longest, Volatile.Read(ref _snapshotLength)) && _snapshot.IsCompleted)
        {
            // The state is immutable: only writing it down holds up the turn, and that shares what it can.
            _length = 0;
            var state = cloud.Save();
            _snapshot = Task.Run(() => SaveAsync(state));
        }
    }

    public async ValueTask WaitForRoomAsync()
    {
        try
        {
            await store.WaitForRoomAsync();
        }
        catch (StorageException fault)
        {
            throw new NotKeptException(fault.Message);
        }
    }

    public async ValueTask WaitUntilKeptAsync(long position)
    {
        try
        {
            await store.WaitUntilKeptAsync(position);
        }
        catch (StorageException fault)
        {
            throw new NotKeptException(fault.Message);
        }
    }

    private Task SaveAsync(WorldState state)
    {
        var (bytes, length) = PackedWorld.Write(state);
        Volatile.Write(ref _snapshotLength, length);
        return store.SaveSnapshot(log, state.Number, bytes);
    }
}
