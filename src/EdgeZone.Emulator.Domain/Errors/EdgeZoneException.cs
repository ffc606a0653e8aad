namespace EdgeZone.Emulator.Domain.Errors;

/// <summary>A call the API refuses: one of its error codes and a sentence that names the object and the value.</summary>
/// <param name="code">Error code as the API spells it, for instance <c>ResourceNotFound.Instance</c>.</param>
/// <param name="message">One English sentence for the caller.</param>
public sealed class EdgeZoneException(string code, string message) : Exception(message)
{
    /// <summary>Error code as the API spells it.</summary>
    public string Code { get; } = code;
}
