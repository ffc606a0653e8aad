namespace EdgeZone.Emulator.Benchmarks.Reporting;

/// <summary>One row of the table.</summary>
/// <param name="What">What was measured, and in which unit.</param>
/// <param name="Emulator">The emulator's figure.</param>
/// <param name="Bare">The bare host's figure in the same rounds; empty where there is nothing to compare with.</param>
/// <param name="Ratio">Emulator to bare host; empty likewise.</param>
/// <param name="Goal">What it should be; empty where no goal is set.</param>
internal sealed record Figure(string What, string Emulator, string Bare, string Ratio, string Goal);
