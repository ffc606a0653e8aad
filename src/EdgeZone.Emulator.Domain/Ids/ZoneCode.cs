namespace EdgeZone.Emulator.Domain.Ids;

/// <summary>The code of a zone, for instance <c>ap-guangzhou-1</c>. Whether there is such a zone is another question.</summary>
/// <remarks>
/// The default value is <see cref="None"/>: it names no zone and its text is empty. Nothing that exists has it, so that whoever looks for it finds nothing.
/// </remarks>
public readonly record struct ZoneCode
{
    private readonly string? _text;

    /// <summary>Takes the text as it is; two are equal when their characters are.</summary>
    /// <exception cref="ArgumentException">It is null or empty.</exception>
    public ZoneCode(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = text;
    }

    /// <summary>No zone.</summary>
    public static ZoneCode None => default;

    /// <summary>What a caller sent: any text may name something, an empty one names no zone.</summary>
    public static ZoneCode Of(string text) => text.Length == 0 ? None : new ZoneCode(text);

    /// <summary>The text, <c>""</c> for <see cref="None"/>.</summary>
    public override string ToString() => _text ?? "";
}
