namespace EdgeZone.Emulator.Domain.Errors;

/// <summary>A request to steer the emulator itself (clock, stock) that makes no sense. It never reaches a caller of the API.</summary>
/// <param name="field">The value that is wrong, in lower camel case, for instance <c>free</c>.</param>
/// <param name="message">One English sentence that says what is wrong with it.</param>
/// <param name="isNotFound">Whether the value names something that does not exist, in contrast to a value out of range.</param>
public sealed class ControlException(string field, string message, bool isNotFound = false) : Exception(message)
{
    /// <summary>The value that is wrong, in lower camel case.</summary>
    public string Field { get; } = field;

    /// <summary>Whether the value names something that does not exist.</summary>
    public bool IsNotFound { get; } = isNotFound;

    /// <summary>Whether it is the sandbox, as it is now, that does not allow it.</summary>
    public bool IsConflict { get; private init; }

    /// <summary>The sandbox, as it is now, does not allow it.</summary>
    public static ControlException Conflict(string field, string message) => new(field, message) { IsConflict = true };
}
