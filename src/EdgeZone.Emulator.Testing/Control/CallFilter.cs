using System.Globalization;

namespace EdgeZone.Emulator.Testing.Control;

/// <summary>Which calls; every member that is not null must hold.</summary>
public sealed record CallFilter
{
    /// <summary>Only calls of that action.</summary>
    public string? Action { get; init; }

    /// <summary>Only calls with that outcome: <c>OK</c>, or the code of an error.</summary>
    public string? Outcome { get; init; }

    /// <summary>Only calls of that caller.</summary>
    public string? SecretId { get; init; }

    /// <summary>Only the call with that id.</summary>
    public string? RequestId { get; init; }

    /// <summary>Only calls with a greater number.</summary>
    public long? After { get; init; }

    /// <summary>How many at the most, 1 or more. Default: all that are remembered.</summary>
    public int? Limit { get; init; }

    internal string ToQuery()
    {
        (string Name, string? Value)[] conditions =
        [
            ("action", Action),
            ("outcome", Outcome),
            ("secretId", SecretId),
            ("requestId", RequestId),
            ("after", After?.ToString(CultureInfo.InvariantCulture)),
            ("limit", Limit?.ToString(CultureInfo.InvariantCulture)),
        ];
        var said = conditions.Where(condition => condition.Value is not null);
        return $"?{string.Join('&', said.Select(condition => $"{condition.Name}={Uri.EscapeDataString(condition.Value!)}"))}";
    }
}
