namespace EdgeZone.Emulator.Sandboxes;

/// <summary>How many calls a sandbox takes.</summary>
/// <param name="Enabled">Whether they are counted.</param>
/// <param name="PerSecond">Calls per second for each action, region and sub-account.</param>
/// <param name="Actions">Other limits for single actions, by the action's name.</param>
internal sealed record RateLimitTerms(bool Enabled, int PerSecond, IReadOnlyDictionary<string, int> Actions);
