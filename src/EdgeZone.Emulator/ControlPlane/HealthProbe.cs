using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Whether the emulator can answer a call: it listens, and the sandbox of a first call is there.</summary>
internal sealed class HealthProbe(IHostApplicationLifetime lifetime, SandboxRegistry sandboxes)
{
    public bool IsWell =>
        lifetime.ApplicationStarted.IsCancellationRequested
        && !lifetime.ApplicationStopping.IsCancellationRequested
        && sandboxes.TryGet(SandboxNames.Default, out _);
}
