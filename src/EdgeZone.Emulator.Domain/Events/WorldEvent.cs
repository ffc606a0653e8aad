namespace EdgeZone.Emulator.Domain.Events;

/// <summary>Something that happened in a sandbox.</summary>
/// <param name="At">When, in the sandbox's time, UTC; what was due happened when it was due.</param>
/// <param name="Cause">Number of the call or command that did it; 0 for what was due.</param>
/// <param name="Kind">What.</param>
/// <param name="Subject">What it happened to: the id of an instance, a network or an image, the code of a zone.</param>
/// <param name="Before">How that was before: a status, a name, an address, a number; null when it was not there.</param>
/// <param name="After">How that is now; null when it is gone.</param>
/// <param name="Detail">What else there is to say, null when there is nothing.</param>
public readonly record struct WorldEvent(
    DateTimeOffset At, long Cause, EventKind Kind, string Subject, string? Before, string? After, string? Detail);
