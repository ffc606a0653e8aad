namespace EdgeZone.Emulator.Testing.Control;

/// <summary>That calls are answered.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
public sealed record EmulatorHealth(string Status);
