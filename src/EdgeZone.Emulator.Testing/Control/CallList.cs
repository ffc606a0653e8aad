using System.Text.Json;

namespace EdgeZone.Emulator.Testing.Control;

/// <summary>Calls of a sandbox.</summary>
/// <param name="Calls">The newest first.</param>
/// <param name="Total">How many calls there have ever been.</param>
/// <param name="Capacity">How many calls and commands are remembered at the most, setting <c>Sandboxes:Calls</c>.</param>
/// <param name="Truncated">Whether older ones are forgotten.</param>
public sealed record CallList(IReadOnlyList<RecordedCall> Calls, long Total, int Capacity, bool Truncated);

/// <summary>One call of the API.</summary>
/// <param name="Number">Its number in the sandbox, from 1; commands of the control plane take numbers from the same row.</param>
/// <param name="Outside">When it was its turn, real time, UTC.</param>
/// <param name="Action">Its action.</param>
/// <param name="Region">Its region.</param>
/// <param name="SecretId">Who called; empty for an unsigned call.</param>
/// <param name="AppId">The account that called.</param>
/// <param name="Parameters">What was sent, secrets masked, cut when very long.</param>
/// <param name="Outcome"><c>OK</c>, the code of the error, or what a fault rule gave instead of an answer: <c>HTTP</c> and a status, or <c>Dropped</c>.</param>
/// <param name="RequestId">The id of the call, as in its answer.</param>
/// <param name="Effects">
/// What happened: first what was due when the call came, then what it did; at most 100 in a list of calls, all of them where the call is shown alone.
/// </param>
/// <param name="Happened">How much happened.</param>
/// <param name="Inside">When it was its turn, the sandbox's time, UTC; null when it was refused before it got so far.</param>
/// <param name="Message">The message of the error; null for a success.</param>
/// <param name="Milliseconds">How long the answer took; null until it was given.</param>
/// <param name="Fault">What fault rules did to it; null for nothing.</param>
public sealed record RecordedCall(
    long Number,
    DateTimeOffset Outside,
    string Action,
    string Region,
    string SecretId,
    long AppId,
    JsonElement Parameters,
    string Outcome,
    string RequestId,
    IReadOnlyList<SandboxEvent> Effects,
    long Happened,
    DateTimeOffset? Inside = null,
    string? Message = null,
    double? Milliseconds = null,
    CallFault? Fault = null);
