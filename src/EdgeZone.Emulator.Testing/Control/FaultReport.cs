namespace EdgeZone.Emulator.Testing.Control;

/// <summary>The fault rules of a sandbox.</summary>
/// <param name="Faults">In their order, which is the one in which they are judged.</param>
/// <param name="Total">How many rules there are.</param>
/// <param name="Maximum">How many there may be, setting <c>Sandboxes:Faults</c>.</param>
public sealed record FaultList(IReadOnlyList<FaultReport> Faults, int Total, int Maximum);

/// <summary>A fault rule as the emulator understood it, and what has become of it.</summary>
/// <param name="Id">Its name, or the one that was made.</param>
/// <param name="Match">Which calls it concerns.</param>
/// <param name="When">Which of those it fires for.</param>
/// <param name="Then">What it does, one after the other; null lets a call pass.</param>
/// <param name="Required">Whether it is to have fired.</param>
/// <param name="Hits">How many calls it concerned.</param>
/// <param name="Fired">How often it did something.</param>
/// <param name="Calls">The numbers of the first 100 calls to which it did something.</param>
/// <param name="Warnings">What looks odd and is allowed; null for nothing.</param>
public sealed record FaultReport(
    string Id,
    FaultMatch Match,
    FaultTiming When,
    IReadOnlyList<FaultOutcome?> Then,
    bool Required,
    long Hits,
    long Fired,
    IReadOnlyList<long> Calls,
    IReadOnlyList<string>? Warnings = null);

/// <summary>What fault rules did to a call.</summary>
/// <param name="Rules">The ids of the rules that fired.</param>
/// <param name="What">
/// What happened: <c>error</c>, <c>http</c>, <c>dropRequest</c>, <c>dropAnswer</c>, <c>truncated</c>, <c>garbled</c>, <c>rival</c>, <c>machines</c>
/// or <c>delay</c>.
/// </param>
/// <param name="Delay">By how much the answer came later; null for not at all.</param>
public sealed record CallFault(IReadOnlyList<string> Rules, string What, TimeSpan? Delay = null);
