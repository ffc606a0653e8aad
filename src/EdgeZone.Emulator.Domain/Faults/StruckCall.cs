namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>What rules do to a call.</summary>
/// <param name="Rules">The ids of those that fired, in their order.</param>
/// <param name="Delay">By how much the answer comes later, all together.</param>
/// <param name="Outcome">What happens to the call itself; null for nothing but what happens to its machines.</param>
/// <param name="ConcernsMachines">Whether anything happens to its machines.</param>
public sealed record StruckCall(IReadOnlyList<string> Rules, TimeSpan Delay, FaultOutcome? Outcome, bool ConcernsMachines)
{
    /// <summary>Whether the call is not carried out.</summary>
    public bool IsStopped => Outcome is { Error: not null } or { Http: not null } or { Drop: DroppedPart.Request };
    /// <summary>What happens, in a word.</summary>
    public string Word => Outcome switch
    {
        { Error: not null } => "error",
        { Http: not null } => "http",
        { Drop: DroppedPart.Request } => "dropRequest",
        { Drop: DroppedPart.Answer } => "dropAnswer",
        { Answer: AnswerDamage.Truncated } => "truncated",
        { Answer: AnswerDamage.Garbled } => "garbled",
        { Rival: not null } => "rival",
        _ => ConcernsMachines ? "machines" : "delay",
    };
}
