using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>How a sandbox begins from the seed, and begins again when it is reset.</summary>
/// <param name="Options">What can be set about it.</param>
/// <param name="Accounts">Its accounts; the first owns the seeded networks.</param>
internal sealed record SandboxTerms(WorldOptions Options, IReadOnlyList<long> Accounts);
