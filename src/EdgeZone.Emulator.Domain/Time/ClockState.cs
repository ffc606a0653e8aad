namespace EdgeZone.Emulator.Domain.Time;

/// <summary>What the clock of a sandbox shows.</summary>
/// <param name="Mode">How its time passes.</param>
/// <param name="Rate">Seconds inside per second outside: 1 when real, 0 when frozen.</param>
/// <param name="Now">The sandbox's time, UTC.</param>
/// <param name="PerDescribe">By how much each Describe call of the API moves it.</param>
public sealed record ClockState(ClockMode Mode, double Rate, DateTimeOffset Now, TimeSpan PerDescribe);
