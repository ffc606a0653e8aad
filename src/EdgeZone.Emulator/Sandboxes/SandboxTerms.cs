using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>How a sandbox was asked for, and begins again when it is reset.</summary>
/// <param name="Options">What can be set about its world.</param>
/// <param name="Accounts">Its accounts, the first one first.</param>
/// <param name="Edition">Which generation of the contract it speaks.</param>
/// <param name="RateLimit">How many calls it takes.</param>
internal sealed record SandboxTerms(WorldOptions Options, IReadOnlyList<long> Accounts, ApiEdition Edition, RateLimitTerms RateLimit);
