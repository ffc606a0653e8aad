using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>A sandbox as it was kept, to go on when the process begins again.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">Its world.</param>
/// <param name="Terms">How it was asked for.</param>
/// <param name="Beginning">What it began as.</param>
/// <param name="Keys">The keys that were made up for it.</param>
/// <param name="Expires">When it goes by itself; null when it does not.</param>
/// <param name="Log">What keeps its further entries.</param>
internal sealed record ReturningSandbox(
    string Name, WorldState State, SandboxTerms Terms, Beginning Beginning, IReadOnlyList<IssuedKey> Keys, DateTimeOffset? Expires, ISandboxLog Log);
