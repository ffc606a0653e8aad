namespace EdgeZone.Emulator.Testing.Control;

/// <summary>Something that happened in a sandbox.</summary>
/// <param name="At">When, in the sandbox's time, UTC; what was due happened when it was due.</param>
/// <param name="Kind">What, for instance <c>systemInstalled</c>.</param>
/// <param name="Subject">To what: the id of an instance or a network, the code of a zone.</param>
/// <param name="Before">How that was before; null when it was not there.</param>
/// <param name="After">How that is now; null when it is gone.</param>
/// <param name="Detail">What else there is to say.</param>
/// <param name="Cause">Number of the call or command that did it; null when it happened because it was due.</param>
public sealed record SandboxEvent(
    DateTimeOffset At, string Kind, string Subject, string? Before = null, string? After = null, string? Detail = null, long? Cause = null);
