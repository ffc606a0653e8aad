using System.Text.Json;

namespace EdgeZone.Emulator.Exploring;

/// <summary>What the search lets go wrong, in the order in which it tries it.</summary>
internal enum FaultKind
{
    /// <summary>The call is refused with <c>RequestLimitExceeded</c>.</summary>
    Throttled,

    /// <summary>The call is refused with <c>InternalError</c>.</summary>
    InternalError,

    /// <summary>The connection breaks before anything is done.</summary>
    RequestLost,

    /// <summary>The call is carried out and the connection breaks.</summary>
    AnswerLost,

    /// <summary>The call is refused with one of the codes that the documents list for the action.</summary>
    Refused,

    /// <summary>One machine of an order, or every one of them, cannot be had.</summary>
    Partial,

    /// <summary>The work on a machine fails or hangs in one of its phases.</summary>
    Machine,

    /// <summary>Somebody else takes what the call wants just before it.</summary>
    Rival,

    /// <summary>The call is carried out and answered late.</summary>
    Timeout,

    /// <summary>After one of these, another where the program has taken another way.</summary>
    Pair,
}

/// <summary>The words for what goes wrong.</summary>
internal static class FaultKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FaultKind> All { get; } = Enum.GetValues<FaultKind>();

    /// <summary>For instance <c>answer-lost</c>.</summary>
    public static string Word(this FaultKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The kind of that word; null when there is none.</summary>
    public static FaultKind? Of(string word) => All.Where(kind => kind.Word() == word).Select(kind => (FaultKind?)kind).FirstOrDefault();
}
