namespace EdgeZone.Emulator.Testing.Control;

/// <summary>What a rule does: exactly one member besides the delay, or the delay alone.</summary>
public sealed record FaultOutcome
{
    /// <summary>The call is refused.</summary>
    public FaultError? Error { get; init; }

    /// <summary>The answer comes that much later, in real time.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Something before the API answers in its place.</summary>
    public FaultPage? Http { get; init; }

    /// <summary>The connection breaks without a byte of an answer.</summary>
    public DroppedPart? Drop { get; init; }

    /// <summary>The call is carried out, and its answer damaged.</summary>
    public AnswerDamage? Answer { get; init; }

    /// <summary>Somebody else takes things just before the call.</summary>
    public FaultRival? Rival { get; init; }

    /// <summary>Machines of an order cannot be had.</summary>
    public MachineFault? Machine { get; init; }

    /// <summary>The work on machines of the call goes wrong.</summary>
    public FaultProvisioning? Provisioning { get; init; }
}

/// <summary>An error of the API.</summary>
/// <param name="Code">A code of the API, or one of one's own.</param>
/// <param name="Message">Null for one that fits the code.</param>
public sealed record FaultError(string Code, string? Message = null);

/// <summary>An answer that is none of the API's.</summary>
/// <param name="Status">The HTTP status, 200 to 599.</param>
/// <param name="Body">The body. Null for an empty one.</param>
/// <param name="ContentType">Null for <c>text/html</c>.</param>
public sealed record FaultPage(int Status, string? Body = null, string? ContentType = null);

/// <summary>What somebody else takes, as much of it as there is.</summary>
/// <param name="Machines">How many machines.</param>
/// <param name="Addresses">How many public IPv4 addresses of the zone's pool of static ones.</param>
/// <param name="For">How long, in the sandbox's time. Null for ever.</param>
/// <param name="Zone">In which zone. Null for the call's.</param>
/// <param name="InstanceType">Of which instance type. Null for the call's.</param>
public sealed record FaultRival(int? Machines = null, int? Addresses = null, TimeSpan? For = null, string? Zone = null, string? InstanceType = null);

/// <summary>What goes wrong with the work on a machine.</summary>
/// <param name="Phase">In which phase.</param>
/// <param name="Outcome">How.</param>
/// <param name="Factor">How many times as long a slow phase takes, above 0 and at most 1000.</param>
public sealed record FaultProvisioning(Phase Phase, PhaseOutcome Outcome, double? Factor = null);

/// <summary>What is lost when a connection breaks.</summary>
public enum DroppedPart
{
    /// <summary>The request: nothing is done.</summary>
    Request,

    /// <summary>The answer: the call is carried out.</summary>
    Answer,
}

/// <summary>How an answer is damaged.</summary>
public enum AnswerDamage
{
    /// <summary>Only half of what is announced comes.</summary>
    Truncated,

    /// <summary>What comes is no JSON.</summary>
    Garbled,
}

/// <summary>What can be wrong with a machine.</summary>
public enum MachineFault
{
    /// <summary>It cannot be had, as if it were not there; it counts into <c>FailedCount</c>.</summary>
    Unavailable,
}

/// <summary>A phase of the work on a machine.</summary>
public enum Phase
{
    /// <summary>Addresses are assigned.</summary>
    Network,

    /// <summary>The machine is powered on.</summary>
    Power,

    /// <summary>It boots the installer from the network.</summary>
    Pxe,

    /// <summary>The image is written to its disks.</summary>
    Image,

    /// <summary>Name, credentials and network are configured.</summary>
    Configure,

    /// <summary>The machine was given back, its disks are wiped.</summary>
    Wipe,
}

/// <summary>How a phase goes wrong.</summary>
public enum PhaseOutcome
{
    /// <summary>The instance is in status <c>error</c> when the phase would have ended.</summary>
    Fails,

    /// <summary>The phase never ends.</summary>
    Hangs,

    /// <summary>The phase takes several times as long.</summary>
    Slow,
}
