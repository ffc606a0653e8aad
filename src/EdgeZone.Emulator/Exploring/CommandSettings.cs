namespace EdgeZone.Emulator.Exploring;

/// <summary>What to start for each run, and in what world.</summary>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Oracle">A program that judges a run that reports success by the sandbox, exit 0 for a good one; null for none.</param>
/// <param name="From">The sandbox that each run begins from a fork of; null for a fresh one.</param>
/// <param name="Region">The region that the program is told.</param>
/// <param name="Timeout">How long a run may take; null for ten times the undisturbed one, and 20 s at the least.</param>
/// <param name="ShowsOutput">Whether what the program says is shown.</param>
internal sealed record CommandSettings(
    IReadOnlyList<string> Command, IReadOnlyList<string>? Oracle, string? From, string Region, TimeSpan? Timeout, bool ShowsOutput);
