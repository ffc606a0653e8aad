namespace EdgeZone.Emulator.Storage;

/// <summary>
/// Keeps sandboxes in a directory: of each its beginning, its newest snapshot, and the entries after that. It knows nothing of what the bytes
/// mean. One thread writes; all who wait while it does so are served by its next commit. Once the disk has refused something, nothing is
/// kept until the store is opened anew: what a failed write has left behind is known only then.
/// </summary>
internal sealed class SandboxStore : IAsyncDisposable
{
    private readonly string _directory;
    private readonly StoreOptions _options;
    private readonly DirectoryLock _lock;
    private readonly StoreFile _file;
    private readonly StoreWriter _writer;
    private readonly WriteQueue _queue;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<KeptSandbox> _kept;

    private SandboxStore(string directory, StoreOptions options, DirectoryLock directoryLock, StoreFile file)
    {
        (_directory, _options, _lock, _file) = (directory, options, directoryLock, file);
        var reader = new StoreReader(file);
        _kept = reader.Read();
        _lock.Mark(file.Store, file.Position);
        file.Begin(options);
        reader.RemoveLeftovers();
        _writer = new StoreWriter(file, options, reader.NextPiece);
        _queue = new WriteQueue(file.Position, options.QueueLimit);
        new Thread(Write) { IsBackground = true, Name = "EdgeZone storage" }.Start();
    }

    /// <summary>Whether what is queued is kept, and why not.</summary>
    public StorageState State => new(_directory, _queue.Fault, _queue.QueuedBytes);

    /// <summary>Opens the store of that directory, which is made when there is none.</summary>
    /// <param name="directory">The directory; one process at a time has it.</param>
    /// <param name="engineVersion">What the bytes mean depends on it; a store of another is refused.</param>
    /// <param name="options">Other limits than the usual ones.</param>
    /// <exception cref="StorageException">It cannot be opened, or something acknowledged is missing. Nothing has been changed.</exception>
    public static SandboxStore Open(string directory, string engineVersion, StoreOptions? options = null)
    {
        var path = StoreDirectory.Make(directory);
        var directoryLock = DirectoryLock.Take(path);
        StoreFile? file = null;
        try
        {
            file = StoreFile.Open(path, engineVersion, directoryLock);
            return new SandboxStore(path, options ?? new StoreOptions(), directoryLock, file);
        }
        catch (Exception failure)
        {
            file?.Dispose();
            directoryLock.Dispose();
            throw failure is StorageException ? failure : new StorageException($"{Path.Combine(path, StoreFile.FileName)}: {Faults.Describe(failure)}");
        }
    }

    /// <summary>What was kept when the store was opened, in the order in which the sandboxes began. It is handed over once.</summary>
    public IReadOnlyList<KeptSandbox> Load() => Interlocked.Exchange(ref _kept, []);

    /// <summary>A new sandbox. The bytes are not copied.</summary>
    public SandboxLog Create(string name, ReadOnlyMemory<byte> beginning) => Replace([], [(name, beginning)])[0];

    /// <summary>The sandbox begins anew, in a log of its own; nothing of the old one is kept.</summary>
    public SandboxLog Reset(SandboxLog log, ReadOnlyMemory<byte> beginning) => Replace([log], [(log.Name, beginning)])[0];

    /// <summary>Nothing of the sandbox is kept any more. To wait for it, wait for the log's position.</summary>
    public void Forget(SandboxLog log) => Replace([log], []);

    /// <summary>Some sandboxes end and others begin, all of it or nothing.</summary>
    /// <exception cref="StorageException">Nothing is kept any more.</exception>
    public IReadOnlyList<SandboxLog> Replace(IEnumerable<SandboxLog> gone, IEnumerable<(string Name, ReadOnlyMemory<byte> Beginning)> fresh)
    {
        var logs = fresh.Select(sandbox => (Log: new SandboxLog(sandbox.Name), sandbox.Beginning)).ToList();
        _queue.Replace(gone, logs);
        return [.. logs.Select(sandbox => sandbox.Log)];
    }

    /// <summary>
    /// Queues an entry. Meant to be called under the sandbox's lock, so in the order of the numbers; it copies the bytes and touches no disk.
    /// </summary>
    /// <returns>The position to wait for.</returns>
    /// <exception cref="StorageException">Nothing is kept any more.</exception>
    public long Append(SandboxLog log, long number, ReadOnlySpan<byte> bytes) => _queue.Append(log, number, bytes);

    /// <summary>
    /// Queues a snapshot, which takes the place of the older one and of all entries up to that number as soon as it is on disk as a whole.
    /// A big one is written in pieces between the commits of others. The bytes are not copied and must stay as they are until then.
    /// </summary>
    /// <returns>Completes when it has taken their place; give the sandbox's next one only then.</returns>
    /// <exception cref="StorageException">Nothing is kept any more.</exception>
    public Task SaveSnapshot(SandboxLog log, long number, ReadOnlyMemory<byte> bytes) => _queue.SaveSnapshot(log, number, bytes);

    /// <summary>Completes when everything up to that position is on disk; at once, and without an allocation, when it is already.</summary>
    /// <exception cref="StorageException">It will not be kept.</exception>
    public ValueTask WaitUntilKeptAsync(long position) => _queue.WaitUntilKeptAsync(position);

    /// <summary>
    /// Completes while there is room for more. To be awaited before a sandbox's lock is taken: <see cref="Append"/> never waits, and a call that
    /// cannot be kept is better refused before it has changed anything.
    /// </summary>
    /// <exception cref="StorageException">Nothing is kept any more.</exception>
    public ValueTask WaitForRoomAsync() => _queue.WaitForRoomAsync();

    /// <summary>
    /// Writes what is queued and closes the file, within <see cref="StoreOptions.CloseLimit"/>; what is not closed by then the next start repairs.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _ended.Task.WaitAsync(_options.CloseLimit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_ended.Task.IsCompleted)
        {
            _lock.Dispose();
        }
    }

    private void Write()
    {
        try
        {
            while (_queue.Take(wait: !_writer.HasMore) is { } batch)
            {
                _writer.Commit(batch);
                _file.RefuseToWriteIntoNothing();
                _lock.Advance(_queue.Taken);
                _queue.Complete();
                _writer.TellSaved();
            }

            _writer.Dispose();
            _file.Close();
            _lock.Clear();
        }
        catch (Exception failure)
        {
            var reason = failure is StorageException ? failure.Message : $"{_file.Path}: {Faults.Describe(failure)}";
            _queue.Fail(reason);
            _writer.Fail(reason);
            _writer.Dispose();
        }

        _file.Dispose();
        _ended.SetResult();
    }
}
