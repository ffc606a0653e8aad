namespace EdgeZone.Emulator.Testing.Time;

/// <summary>How long a run may take.</summary>
/// <param name="VirtualBudget">How far the sandbox's time may go.</param>
/// <param name="RealBudget">How much real time it may take.</param>
/// <param name="Grace">How much real time the code gets to react where it cannot be known what it waits for.</param>
internal sealed record Patience(TimeSpan VirtualBudget, TimeSpan RealBudget, TimeSpan Grace);
