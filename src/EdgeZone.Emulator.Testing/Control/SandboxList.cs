namespace EdgeZone.Emulator.Testing.Control;

/// <summary>All sandboxes.</summary>
/// <param name="Sandboxes">In the order of their names.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Maximum">How many there may be, setting <c>Sandboxes:Maximum</c>.</param>
public sealed record SandboxList(IReadOnlyList<SandboxSummary> Sandboxes, int Total, int Maximum);

/// <summary>A sandbox at a glance.</summary>
/// <param name="Name">Its name, as in the answer header <c>X-Emulator-Sandbox</c>.</param>
/// <param name="Now">Its time, UTC.</param>
/// <param name="Calls">How many calls it has got.</param>
/// <param name="Expires">When it goes by itself, real time, UTC; null when it does not.</param>
public sealed record SandboxSummary(string Name, DateTimeOffset Now, long Calls, DateTimeOffset? Expires = null);
