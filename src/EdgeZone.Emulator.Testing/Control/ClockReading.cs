namespace EdgeZone.Emulator.Testing.Control;

/// <summary>What a clock shows.</summary>
/// <param name="Mode">How time passes.</param>
/// <param name="Rate">Seconds inside per second outside: 1 when real, 0 when frozen.</param>
/// <param name="Now">The sandbox's time, UTC.</param>
/// <param name="PerDescribe">By how much each Describe call moves it; null when none does.</param>
/// <param name="NextDue">When the next step of provisioning is due, in the sandbox's time, UTC; null when there is none.</param>
public sealed record ClockReading(ClockMode Mode, double Rate, DateTimeOffset Now, TimeSpan? PerDescribe = null, DateTimeOffset? NextDue = null);
