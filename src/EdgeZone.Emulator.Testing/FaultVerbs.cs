using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing;

/// <summary>What can go wrong with a call, and with the machines of a call.</summary>
public abstract class FaultVerbs
{
    private protected FaultVerbs()
    {
    }

    private protected abstract (SandboxClient Client, FaultRule Rule) So { get; }

    /// <summary>The work on the machine, or on all machines of the call, fails in a phase: the instance is in <c>error</c> at its end.</summary>
    /// <param name="phase">In which.</param>
    public FaultSentence FailsAt(Phase phase) => Goes(phase, PhaseOutcome.Fails);

    /// <summary>The work on the machine, or on all machines of the call, never gets beyond a phase.</summary>
    /// <param name="phase">Which.</param>
    public FaultSentence HangsAt(Phase phase) => Goes(phase, PhaseOutcome.Hangs);

    /// <summary>A phase of the work on the machine, or on all machines of the call, takes several times as long.</summary>
    /// <param name="phase">Which.</param>
    /// <param name="factor">How many times as long.</param>
    public FaultSentence Slows(Phase phase, double factor = 10) => Goes(phase, PhaseOutcome.Slow, factor);

    /// <summary>The machine, or all machines of the call, cannot be had; it counts into <c>FailedCount</c>.</summary>
    public FaultSentence Unavailable() => Does(new FaultOutcome { Machine = MachineFault.Unavailable });

    /// <summary>The call is refused.</summary>
    /// <param name="code">A code of the API, or one of one's own.</param>
    /// <param name="message">Null for one that fits the code.</param>
    public FaultSentence Throws(string code, string? message = null) => Does(new FaultOutcome { Error = new FaultError(code, message) });

    /// <summary>The call is refused because there were too many: <c>RequestLimitExceeded</c>.</summary>
    public FaultSentence Throttles() => Throws("RequestLimitExceeded");

    /// <summary>The call is carried out, and the connection breaks before a byte of the answer.</summary>
    public FaultSentence LosesAnswer() => Does(new FaultOutcome { Drop = DroppedPart.Answer });

    /// <summary>The connection breaks, and nothing is done.</summary>
    public FaultSentence LosesRequest() => Does(new FaultOutcome { Drop = DroppedPart.Request });

    /// <summary>The answer comes later, in real time.</summary>
    /// <param name="delay">By how much.</param>
    public FaultSentence Delays(TimeSpan delay) => Does(new FaultOutcome { Delay = delay });

    /// <summary>Something before the API answers in its place, as a gateway does.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body. Null for an empty one.</param>
    /// <param name="contentType">Null for <c>text/html</c>.</param>
    public FaultSentence AnswersHttp(int status, string? body = null, string? contentType = null) =>
        Does(new FaultOutcome { Http = new FaultPage(status, body, contentType) });

    /// <summary>The call is carried out, and only half of what is announced comes.</summary>
    public FaultSentence Truncates() => Does(new FaultOutcome { Answer = AnswerDamage.Truncated });

    /// <summary>The call is carried out, and what comes is no JSON.</summary>
    public FaultSentence Garbles() => Does(new FaultOutcome { Answer = AnswerDamage.Garbled });

    /// <summary>Nothing goes wrong.</summary>
    public FaultSentence Passes() => Does(null);

    /// <summary>Somebody else takes things just before the call.</summary>
    public RivalSentence Rival() => new(So.Client, So.Rule, new FaultRival());

    private FaultSentence Goes(Phase phase, PhaseOutcome outcome, double? factor = null) =>
        Does(new FaultOutcome { Provisioning = new FaultProvisioning(phase, outcome, factor) });

    private FaultSentence Does(FaultOutcome? outcome) => new(So.Client, So.Rule with { Then = [.. So.Rule.Then, outcome] });
}
