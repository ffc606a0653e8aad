using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Keeping;

/// <summary>What keeps the sandboxes of this process, if anything does.</summary>
internal sealed class SandboxKeeping(EmulatorSettings settings) : IAsyncDisposable
{
    /// <summary>Null when they are only in memory.</summary>
    public SandboxKeeper? Keeper { get; } = SandboxKeeper.Open(settings.Storage);

    public ValueTask DisposeAsync() => Keeper?.DisposeAsync() ?? ValueTask.CompletedTask;
}
