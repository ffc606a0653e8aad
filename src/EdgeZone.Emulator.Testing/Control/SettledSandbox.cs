namespace EdgeZone.Emulator.Testing.Control;

/// <summary>A sandbox in which everything is done that was due.</summary>
/// <param name="Calls">What was called.</param>
/// <param name="Held">What is held.</param>
public sealed record SettledSandbox(CallList Calls, HeldResources Held);
