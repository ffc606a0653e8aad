using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Journals;

/// <summary>A call that reached no sandbox.</summary>
/// <param name="At">When it was refused, real time.</param>
/// <param name="Action">The action as named by the request; a dash for none.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Host">The host that was received.</param>
/// <param name="LeadsTo">The sandbox that it would have been played in; null when that cannot be told.</param>
/// <param name="Error">What was answered.</param>
/// <param name="RequestId">Its id.</param>
/// <param name="Explanation">What its signature should have covered; null when it was refused for something else.</param>
internal sealed record RefusedCall(
    DateTimeOffset At, string Action, string Method, string Host, string? LeadsTo, ApiError Error, string RequestId, Explanation? Explanation);
