namespace EdgeZone.Emulator.Domain.Zones;

/// <summary>A minute in which machines began or ceased to run.</summary>
/// <param name="Minute">Counted from the beginning of time.</param>
/// <param name="Ticks">The time that machines ran within it, all machines together.</param>
/// <param name="Running">How many ran at its end.</param>
public readonly record struct RunningMinute(long Minute, long Ticks, long Running);
