namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>What shall go wrong, for which calls, and when: plain data, as somebody wrote it.</summary>
/// <param name="Id">Its name; empty for one that is made.</param>
/// <param name="Match">Which calls it concerns.</param>
/// <param name="When">Which of those it fires for.</param>
/// <param name="Then">What it does, one after the other each time it fires, the last one from then on.</param>
/// <param name="Required">Whether somebody counts on its having fired.</param>
public sealed record FaultRule(string Id, FaultMatch Match, FaultTiming When, IReadOnlyList<FaultOutcome> Then, bool Required = false)
{
    /// <summary>Checks what can be checked without a sandbox.</summary>
    /// <exception cref="Errors.ControlException">It says what makes no sense; the field is the place, as <c>then[1].delay</c>.</exception>
    public void Check() => FaultCheck.Check(this);
}
