using EdgeZone.Emulator.Keeping;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Whether the emulator can answer a call: it listens, and the sandbox of a first call is there.</summary>
internal sealed class HealthProbe(IHostApplicationLifetime lifetime, SandboxRegistry sandboxes, SandboxKeeping keeping)
{
    /// <summary>Why it cannot, in a sentence; null while it can.</summary>
    public string? Fault
    {
        get
        {
            var listens = lifetime.ApplicationStarted.IsCancellationRequested
                && !lifetime.ApplicationStopping.IsCancellationRequested
                && sandboxes.TryGet(SandboxNames.Default, out _);
            return listens
                ? keeping.Keeper?.State.Fault is { } fault ? $"Nothing can be kept: {fault}" : null
                : "The emulator does not listen yet, or no longer.";
        }
    }
}
