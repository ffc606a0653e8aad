namespace EdgeZone.Emulator.Storage;

/// <summary>
/// One sandbox's place in the store, from its beginning until it is reset or forgotten. A call that is still under way in a sandbox which
/// has been reset ends in the old log, where nothing is written any more, and so cannot get into the new one.
/// </summary>
internal sealed class SandboxLog(string name)
{
    private long _position;

    public string Name => name;

    /// <summary>
    /// The store's position after the last thing that this sandbox gave it. Read it under the sandbox's lock, wait for it outside: then an
    /// answer leaves when everything that it has seen is on disk, also one that changed nothing itself.
    /// </summary>
    public long Position
    {
        get => Volatile.Read(ref _position);
        set => Volatile.Write(ref _position, value);
    }

    /// <summary>The number of the last entry; owned by the queue.</summary>
    public long LastNumber { get; set; }

    /// <summary>Whether its sandbox has been reset or forgotten; owned by the queue.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>What the file has of it; owned by the thread that writes.</summary>
    public LogOnFile OnFile { get; } = new();
}
