namespace EdgeZone.Emulator.Testing.Verification;

/// <summary>A claim of a test that does not hold.</summary>
/// <param name="Headline">What was claimed, and what is the case.</param>
/// <param name="Findings">What came nearest, a sentence each.</param>
internal sealed record BrokenClaim(string Headline, IReadOnlyList<string> Findings);
