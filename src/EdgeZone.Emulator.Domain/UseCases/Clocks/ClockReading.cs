using EdgeZone.Emulator.Domain.Time;

namespace EdgeZone.Emulator.Domain.UseCases.Clocks;

/// <summary>How time passes in a sandbox, and what it brings.</summary>
/// <param name="Clock">Mode, rate and time.</param>
/// <param name="NextDue">When the next step of provisioning is due, null when there is none.</param>
public sealed record ClockReading(ClockState Clock, DateTimeOffset? NextDue);
