using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Domain.UseCases;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Journals;

/// <summary>
/// One entry of a sandbox's journal: a call, a command of the control plane, or what was due when somebody merely looked. It is a link of
/// two chains: that of its sandbox and that of the whole process. The links of a forgotten entry are cut, so that an old one keeps no newer
/// one from being collected.
/// </summary>
internal sealed class JournalEntry
{
    // The header, the members of this type, and the call's own.
    private const int Fixed = HeapSize.Header + (26 * HeapSize.Word) + HeapSize.Header + (10 * HeapSize.Word);

    private const string Success = "OK";

    private const string Dropped = "Dropped";

    private const int EventFixed = 10 * HeapSize.Word;

    // What was struck, and its list of rules.
    private const int StruckFixed = 12 * HeapSize.Word;

    /// <summary>The number of the call or command in its sandbox; 0 for what was due when somebody looked.</summary>
    public required long Number { get; init; }

    /// <summary>The time outside at which it was its turn.</summary>
    public required DateTimeOffset Outside { get; init; }

    /// <summary>The sandbox's time at which it got into the world; null when it did not, or when that is not kept.</summary>
    public DateTimeOffset? Inside { get; init; }

    /// <summary>Whether it got into the world; a call had not when its parameters were refused, or the rate limit refused it.</summary>
    public bool HasEntered { get; init; }

    /// <summary>The call; null for anything else.</summary>
    public Call? Call { get; init; }

    /// <summary>The command; null for anything else.</summary>
    public UseCase? Command { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public ApiError? Error { get; init; }

    /// <summary>What fault rules did to a call; null for nothing.</summary>
    public StruckCall? Fault { get; init; }

    /// <summary>What came of a call in a word: the code of its error, what it met instead of an answer, or that all is well.</summary>
    public string Outcome => Error?.Code ?? Fault?.Outcome switch
    {
        { Http: { } page } => $"HTTP {page.Status}",
        { Drop: DroppedPart.Request } => Dropped,
        _ => Success,
    };

    /// <summary>The account that called.</summary>
    public long AppId { get; init; }

    /// <summary>The id of a call.</summary>
    public Guid RequestId { get; init; }

    /// <summary>Whether it has changed the world itself, so that it has to be played again to come to the same one.</summary>
    public bool HasChanged { get; init; }

    /// <summary>Whether it has changed the world and its parameters were too large to be kept, so that it cannot be played again.</summary>
    public bool IsCut => HasChanged && Call is { Parameters.Bound: null };

    /// <summary>What happened; only the first ones when there were more than the setting allows.</summary>
    public IReadOnlyList<WorldEvent> Events { get; init; } = [];

    /// <summary>How much happened.</summary>
    public long Happened { get; init; }

    /// <summary>The id of its last message to those who listen: each event is one, then the entry itself if it has a number.</summary>
    public long LastId { get; set; }

    /// <summary>The id of its first message.</summary>
    public long FirstId => LastId - Messages + 1;

    /// <summary>How many messages it is.</summary>
    public int Messages => Events.Count + (Number > 0 ? 1 : 0);

    /// <summary>How long the answer took; null until it was given.</summary>
    public TimeSpan? Elapsed { get; private set; }

    /// <summary>The answer; null until it was given, and for one that is too large to be kept.</summary>
    public KeptAnswer? Answer { get; private set; }

    /// <summary>The whole answer as it was given; null when it is not kept.</summary>
    public byte[]? AnswerText => Answer?.ToArray(RequestId);

    /// <summary>How many bytes are kept for it.</summary>
    public long Size { get; private set; }

    /// <summary>The journal that it is in; null when it is in none.</summary>
    public Journal? Journal { get; set; }

    /// <summary>In the chain of the sandbox.</summary>
    public JournalEntry? Older { get; set; }

    /// <summary>In the chain of the sandbox.</summary>
    public JournalEntry? Newer { get; set; }

    /// <summary>In the chain of the process.</summary>
    public JournalEntry? Before { get; set; }

    /// <summary>In the chain of the process.</summary>
    public JournalEntry? After { get; set; }

    /// <summary>Notes what was answered.</summary>
    public void Complete(KeptAnswer? answer, TimeSpan elapsed)
    {
        (Answer, Elapsed) = (answer, elapsed);
        Size += answer?.Size ?? 0;
    }

    /// <summary>Counts what it keeps, before it comes into a journal.</summary>
    public void Measure()
    {
        var size = (long)Fixed + (Call?.Parameters.Size ?? 0) + HeapSize.Of(Call?.SecretId) + HeapSize.Of(Error?.Message);
        for (var i = 0; i < Events.Count; i++)
        {
            var happened = Events[i];
            size += EventFixed + HeapSize.Of(happened.Subject) + HeapSize.Of(happened.Before) + HeapSize.Of(happened.After) + HeapSize.Of(happened.Detail);
        }

        if (Fault is { } fault)
        {
            size += StruckFixed + (fault.Rules.Count * (long)HeapSize.Word);
        }

        Size = size;
    }
}
