namespace EdgeZone.Emulator.Domain.Zones;

/// <summary>One point of a zone's traffic.</summary>
/// <param name="Time">A full minute, UTC.</param>
/// <param name="Value">Mbps, two decimals.</param>
public sealed record ZoneSample(DateTimeOffset Time, double Value);
