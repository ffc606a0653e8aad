namespace EdgeZone.Emulator.Sandboxes;

/// <summary>Keeps what sandboxes begin as and what changes them beyond the life of the process.</summary>
internal interface ISandboxKeeper
{
    /// <summary>What was kept when the process began. It is handed over once.</summary>
    IReadOnlyList<ReturningSandbox> Load();

    /// <summary>Some sandboxes end and others begin, all of it or nothing; the fresh ones get a log.</summary>
    /// <returns>Completes when it is kept.</returns>
    /// <exception cref="NotKeptException">Nothing is kept any more, and nothing has changed.</exception>
    Task ReplaceAsync(IEnumerable<Sandbox> gone, IReadOnlyList<Sandbox> fresh);
}
