using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>One remembered call.</summary>
/// <param name="At">When it was answered, real time.</param>
/// <param name="Action">The action.</param>
/// <param name="SecretId">The caller's id; empty for an unsigned call.</param>
/// <param name="Parameters">The bound parameters.</param>
/// <param name="ErrorCode">The code of the refusal; null for a success.</param>
/// <param name="ErrorMessage">The message of the refusal; null for a success.</param>
/// <param name="Elapsed">How long the answer took.</param>
/// <param name="RequestId">The call's id.</param>
internal readonly record struct CallRecord(
    DateTimeOffset At,
    string Action,
    string SecretId,
    KeptArguments Parameters,
    string? ErrorCode,
    string? ErrorMessage,
    TimeSpan Elapsed,
    string RequestId)
{
    /// <summary>The bytes of the record itself: an instant of two words, and seven members of one.</summary>
    public const int Fixed = 9 * HeapSize.Word;

    /// <summary>The bytes of what it refers to. Codes are there once for all calls.</summary>
    public int Texts => HeapSize.Of(Action) + HeapSize.Of(SecretId) + Parameters.Size + HeapSize.Of(ErrorMessage) + HeapSize.Of(RequestId);
}
