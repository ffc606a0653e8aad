using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Records;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;
using EdgeZone.Emulator.Snapshots;
using EdgeZone.Emulator.Storage;

namespace EdgeZone.Emulator.Keeping;

/// <summary>
/// Keeps sandboxes in the directory that <c>Emulator:Storage:Directory</c> names: of each its beginning, a snapshot now and then, and every
/// entry after that which has changed it.
/// </summary>
internal sealed class SandboxKeeper : ISandboxKeeper, IAsyncDisposable
{
    private const string Setting = "Emulator:Storage:Directory";

    private const long MiB = 1024 * 1024;

    // Calls that changed nothing are not kept, and so the numbers that they took are not known: none of them is given again.
    private const long NumbersAhead = 1_000_000;

    private readonly SandboxStore _store;
    private readonly long _longestLog;

    private SandboxKeeper(SandboxStore store, StorageSettings settings) => (_store, _longestLog) = (store, settings.LogSize * MiB);

    /// <summary>How the store does.</summary>
    public StorageState State => _store.State;

    /// <returns>Null when nothing is to be kept.</returns>
    /// <exception cref="SettingsException">The directory cannot be used; the message is one line that says why.</exception>
    public static SandboxKeeper? Open(StorageSettings settings)
    {
        if (settings.Directory is not { } directory)
        {
            return null;
        }

        try
        {
            return new SandboxKeeper(SandboxStore.Open(directory, Snapshot.EngineVersion), settings);
        }
        catch (StorageException fault)
        {
            throw new SettingsException($"{Setting}: {fault.Message}");
        }
    }

    public IReadOnlyList<ReturningSandbox> Load() => [.. _store.Load().Select(Read)];

    public Task ReplaceAsync(IEnumerable<Sandbox> gone, IReadOnlyList<Sandbox> fresh)
    {
        var old = gone.Select(sandbox => ((KeptLog)sandbox.Log!).Place).ToList();
        try
        {
            var logs = _store.Replace(old, fresh.Select(sandbox => (sandbox.Name, (ReadOnlyMemory<byte>)KeptBeginning.Write(sandbox))));
            for (var i = 0; i < logs.Count; i++)
            {
                fresh[i].Log = new KeptLog(_store, logs[i], _longestLog);
            }

            return WaitAsync(logs.Concat(old).Max(log => log.Position));
        }
        catch (StorageException fault)
        {
            throw new NotKeptException(fault.Message);
        }
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private async Task WaitAsync(long position)
    {
        try
        {
            await _store.WaitUntilKeptAsync(position);
        }
        catch (StorageException fault)
        {
            throw new NotKeptException(fault.Message);
        }
    }

    private ReturningSandbox Read(KeptSandbox kept)
    {
        try
        {
            var beginning = KeptBeginning.Read(kept.Beginning.Span);
            var first = beginning.World.ToState();
            var replay = new Replay(kept.Snapshot is { } snapshot ? PackedWorld.Read(snapshot.Bytes) : first, beginning.Terms.Edition);
            foreach (var entry in kept.Entries)
            {
                replay.Play(RecordText.ReadEntry(entry.Bytes.Span, beginning.Terms.Edition, $"entry {entry.Number}"));
            }

            var state = replay.Save();
            state = state with { Number = ((state.Number / NumbersAhead) + 1) * NumbersAhead };
            return new ReturningSandbox(
                kept.Name,
                state,
                beginning.Terms,
                new Beginning(beginning.HomeAccount, beginning.At, beginning.FromSeed ? null : first, state),
                beginning.Keys,
                beginning.Expires,
                new KeptLog(_store, kept.Log, _longestLog));
        }
        catch (WorldStateException fault)
        {
            throw new SettingsException($"{Setting}: {_store.State.Directory}: sandbox '{kept.Name}', {fault.Path}: {fault.Message}");
        }
    }
}
