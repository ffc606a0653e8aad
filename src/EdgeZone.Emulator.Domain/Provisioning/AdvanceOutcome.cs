using EdgeZone.Emulator.Domain.Events;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>What happened while the clock was moved forward.</summary>
/// <param name="From">The time before, UTC.</param>
/// <param name="To">The time after, UTC.</param>
/// <param name="Events">What happened, in order; only the first ones when there were more than the limit.</param>
/// <param name="Total">How much happened altogether.</param>
public sealed record AdvanceOutcome(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<WorldEvent> Events, long Total)
{
    /// <summary>Whether <see cref="Events"/> leaves some out.</summary>
    public bool Truncated => Total > Events.Count;
}
