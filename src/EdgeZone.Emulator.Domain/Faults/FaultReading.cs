namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>A rule and what has become of it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Counts">What has become of it.</param>
public sealed record FaultReading(FaultRule Rule, FaultCounts Counts);

/// <summary>What has become of a rule.</summary>
/// <param name="Hits">How many calls it concerned.</param>
/// <param name="Turns">How often its time had come; what it does each time follows from that.</param>
/// <param name="Fired">How often it did something.</param>
/// <param name="Calls">The numbers of the first calls to which it did something.</param>
public sealed record FaultCounts(long Hits, long Turns, long Fired, IReadOnlyList<long> Calls);
