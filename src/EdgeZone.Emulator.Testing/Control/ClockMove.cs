namespace EdgeZone.Emulator.Testing.Control;

/// <summary>How the clock was moved, and what happened on the way.</summary>
/// <param name="From">The time before, UTC.</param>
/// <param name="To">The time after, UTC.</param>
/// <param name="Events">What happened, in order; only the first ones when there were more than the setting <c>Sandboxes:Events</c>.</param>
/// <param name="Total">How much happened altogether.</param>
/// <param name="Truncated">Whether some of it is not listed.</param>
public sealed record ClockMove(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<SandboxEvent> Events, long Total, bool Truncated);
