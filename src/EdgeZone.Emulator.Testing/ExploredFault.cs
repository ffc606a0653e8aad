namespace EdgeZone.Emulator.Testing;

/// <summary>What a search lets go wrong.</summary>
public enum ExploredFault
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

    /// <summary>The call is carried out and answered late, in real time: <see cref="ExploreOptions.Late"/>.</summary>
    Timeout,

    /// <summary>After one of these, another where the code has taken another way.</summary>
    Pair,
}
