using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>What a sandbox began as. Its record is this and the journal, which a new process begins anew.</summary>
/// <param name="HomeAccount">The AppId of its first account.</param>
/// <param name="At">The time outside at which it began.</param>
/// <param name="State">What it went on from, when that was another sandbox or a snapshot; null when it began from the seed.</param>
/// <param name="Restart">What it went on from when the process began again; null when it began in this process.</param>
internal sealed record Beginning(long HomeAccount, DateTimeOffset At, WorldState? State, WorldState? Restart = null);
