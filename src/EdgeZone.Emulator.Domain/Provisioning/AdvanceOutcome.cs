namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>What happened while the clock was moved forward.</summary>
/// <param name="From">The time before, UTC.</param>
/// <param name="To">The time after, UTC.</param>
/// <param name="Happenings">What happened, in order; only the first ones when there were more than the limit.</param>
/// <param name="Total">How much happened altogether.</param>
public sealed record AdvanceOutcome(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<Happening> Happenings, long Total)
{
    /// <summary>Whether <see cref="Happenings"/> leaves some out.</summary>
    public bool Truncated => Total > Happenings.Count;
}
