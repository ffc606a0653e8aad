namespace EdgeZone.Emulator.Testing.Control;

/// <summary>How an instance came to be as it is.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Now">The sandbox's time, UTC.</param>
/// <param name="Truncated">Whether something is missing that is not in the journal.</param>
/// <param name="Chain">What led there, in the order of time.</param>
/// <param name="Status">Its status in the words of the API; null when it is gone.</param>
/// <param name="Next">What is due next; null when nothing is.</param>
public sealed record InstanceHistory(
    string InstanceId, DateTimeOffset Now, bool Truncated, IReadOnlyList<HistoryLink> Chain, string? Status = null, SandboxTimer? Next = null);

/// <summary>One link of the chain; of the last four members one is there.</summary>
/// <param name="At">When, in the sandbox's time, UTC; of a phase when it begins.</param>
/// <param name="Link"><c>call</c>, <c>decision</c>, <c>event</c> or <c>phase</c>.</param>
/// <param name="Call">The call that made what follows happen.</param>
/// <param name="Decision">What the order was judged by, and what it got.</param>
/// <param name="Event">What happened to the instance.</param>
/// <param name="Phase">A phase of the work on it.</param>
public sealed record HistoryLink(
    DateTimeOffset At, string Link, HistoryCall? Call = null, SandboxEvent? Decision = null, SandboxEvent? Event = null, HistoryPhase? Phase = null);

/// <summary>The call that made something happen.</summary>
/// <param name="Number">Its number in the sandbox.</param>
/// <param name="Action">What was wanted.</param>
/// <param name="Outcome"><c>OK</c>, or the code of the error.</param>
/// <param name="AppId">The account that called.</param>
/// <param name="SecretId">Who called; empty for an unsigned call.</param>
/// <param name="RequestId">Its id.</param>
public sealed record HistoryCall(long Number, string Action, string Outcome, long AppId, string SecretId, string RequestId);

/// <summary>A phase of the work on an instance.</summary>
/// <param name="Name"><c>network</c>, <c>power</c>, <c>pxe</c>, <c>image</c>, <c>configure</c> or <c>wipe</c>.</param>
/// <param name="PlannedBegin">When it was, or is, to begin.</param>
/// <param name="PlannedEnd">When it was, or is, to end; null for one that hangs.</param>
/// <param name="Begin">When it began; null when it has not.</param>
/// <param name="End">When it ended; null when it has not.</param>
public sealed record HistoryPhase(
    string Name, DateTimeOffset PlannedBegin, DateTimeOffset? PlannedEnd = null, DateTimeOffset? Begin = null, DateTimeOffset? End = null);
