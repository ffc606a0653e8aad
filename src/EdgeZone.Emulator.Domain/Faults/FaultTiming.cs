namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>Which of the calls that a rule concerns it fires for; all conditions must hold.</summary>
/// <param name="Skip">How many it lets pass first.</param>
/// <param name="Times">How often it fires; null for always.</param>
/// <param name="Every">It fires for each call of that many, the last of them.</param>
/// <param name="Chance">How likely it fires, above 0 and at most 1; null for certainly.</param>
/// <param name="From">From when on, in the sandbox's time; calls before are none of its.</param>
/// <param name="Until">Until when, in the sandbox's time; calls from then on are none of its.</param>
public sealed record FaultTiming(
    long Skip = 0, long? Times = null, long Every = 1, double? Chance = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);
