namespace EdgeZone.Emulator.Sandboxes;

/// <summary>One remembered call.</summary>
/// <param name="At">When it arrived, real time.</param>
/// <param name="Action">The action.</param>
/// <param name="SecretId">The caller's id; empty for an unsigned call.</param>
/// <param name="Parameters">The bound parameters.</param>
/// <param name="ErrorCode">The code of the refusal; null for a success.</param>
/// <param name="ErrorMessage">The message of the refusal; null for a success.</param>
/// <param name="Elapsed">How long the answer took.</param>
/// <param name="RequestId">The call's id.</param>
internal sealed record CallRecord(
    DateTimeOffset At,
    string Action,
    string SecretId,
    KeptArguments Parameters,
    string? ErrorCode,
    string? ErrorMessage,
    TimeSpan Elapsed,
    string RequestId);
