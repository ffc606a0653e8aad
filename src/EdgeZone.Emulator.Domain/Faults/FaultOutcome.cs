using EdgeZone.Emulator.Domain.Provisioning;

namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>What a rule does when its time has come: one of its members, and a delay with it or alone. One without any lets the call pass.</summary>
public sealed record FaultOutcome
{
    /// <summary>The call is refused.</summary>
    public ErrorFault? Error { get; init; }

    /// <summary>The answer comes that much later.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Something before the API answers in its place.</summary>
    public HttpFault? Http { get; init; }

    /// <summary>The connection breaks.</summary>
    public DroppedPart? Drop { get; init; }

    /// <summary>The answer is damaged.</summary>
    public AnswerDamage? Answer { get; init; }

    /// <summary>Somebody else is faster.</summary>
    public RivalFault? Rival { get; init; }

    /// <summary>Machines of the call cannot be had.</summary>
    public MachineFault? Machine { get; init; }

    /// <summary>The work on machines of the call goes wrong.</summary>
    public ProvisioningFault? Provisioning { get; init; }

    /// <summary>Lets the call pass.</summary>
    public static FaultOutcome Pass { get; } = new();

    /// <summary>Whether it lets the call pass.</summary>
    internal bool Passes => Kinds == 0 && Delay is null;

    /// <summary>Whether it concerns machines of the call and not the call.</summary>
    internal bool ConcernsMachines => Machine is not null || Provisioning is not null;

    /// <summary>Whether it does nothing but to delay the answer, if that.</summary>
    internal bool OnlyDelays => Kinds == 0;

    /// <summary>How many members it has besides the delay.</summary>
    internal int Kinds =>
        (Error is null ? 0 : 1) + (Http is null ? 0 : 1) + (Drop is null ? 0 : 1) + (Answer is null ? 0 : 1)
        + (Rival is null ? 0 : 1) + (Machine is null ? 0 : 1) + (Provisioning is null ? 0 : 1);
}

/// <summary>An error of the API.</summary>
/// <param name="Code">Its code, known or not.</param>
/// <param name="Message">Its message.</param>
public sealed record ErrorFault(string Code, string Message);

/// <summary>An answer that is none of the API's.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="ContentType">What the body is.</param>
public sealed record HttpFault(int Status, string Body, string ContentType);

/// <summary>What is lost when the connection breaks.</summary>
public enum DroppedPart
{
    /// <summary>The request: nothing is done.</summary>
    Request,

    /// <summary>The answer: the call is carried out.</summary>
    Answer,
}

/// <summary>How an answer is damaged; the call is carried out.</summary>
public enum AnswerDamage
{
    /// <summary>Only half of what is announced comes.</summary>
    Truncated,

    /// <summary>What comes is no JSON.</summary>
    Garbled,
}

/// <summary>Somebody else takes things before the call is judged, as many as there are, and gives them back later.</summary>
/// <param name="Machines">How many machines.</param>
/// <param name="Addresses">How many public IPv4 addresses of the zone.</param>
/// <param name="For">How long, in the sandbox's time; null for ever.</param>
/// <param name="Zone">In which zone; null for the call's.</param>
/// <param name="InstanceType">Of which model; null for the call's.</param>
public sealed record RivalFault(int Machines, int Addresses, TimeSpan? For = null, string? Zone = null, string? InstanceType = null);

/// <summary>What can be wrong with a machine.</summary>
public enum MachineFault
{
    /// <summary>It cannot be had, as if it were not there.</summary>
    Unavailable,
}

/// <summary>What goes wrong with the work on a machine.</summary>
/// <param name="Phase">In which phase.</param>
/// <param name="Outcome">How.</param>
/// <param name="Factor">How many times as long the phase takes when it is slow; otherwise null.</param>
public sealed record ProvisioningFault(ProvisioningPhase Phase, PhaseOutcome Outcome, double? Factor = null);
