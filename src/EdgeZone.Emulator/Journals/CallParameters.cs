using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Journals;

/// <summary>
/// The parameters of a call: the bound ones, or, of a call whose parameters could not be bound, the text of what was sent, secrets masked.
/// </summary>
internal readonly record struct CallParameters
{
    private readonly object? _value;

    private CallParameters(object? value) => _value = value;

    /// <summary>The bound parameters; null when there are none.</summary>
    public Arguments? Bound => _value as Arguments;

    /// <summary>A JSON object that was sent and not bound, secrets masked, as UTF-8; null when there is none.</summary>
    public byte[]? Sent => _value as byte[];

    /// <summary>How many bytes they occupy.</summary>
    public long Size => _value switch
    {
        Arguments bound => bound.Size,
        byte[] sent => HeapSize.Of(sent),
        _ => 0,
    };

    public static CallParameters Of(Arguments bound) => new(bound);

    public static CallParameters OfSent(byte[]? json) => new(json);
}
