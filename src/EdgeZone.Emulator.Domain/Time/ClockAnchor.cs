namespace EdgeZone.Emulator.Domain.Time;

/// <summary>How a sandbox's clock stands: all that is needed to let another one go on from there.</summary>
/// <param name="Mode">How its time passes.</param>
/// <param name="Rate">Seconds inside per second outside.</param>
/// <param name="Now">Its time, UTC.</param>
/// <param name="Outside">The time outside at which it was that time.</param>
/// <param name="PerDescribe">By how much each Describe call of the API moves it.</param>
public sealed record ClockAnchor(ClockMode Mode, double Rate, DateTimeOffset Now, DateTimeOffset Outside, TimeSpan PerDescribe);
