namespace EdgeZone.Emulator.Domain.Ids;

/// <summary>The id of a private or a public network, for instance <c>epn-4f8a1c2d</c>. Whether there is such a network is another question.</summary>
/// <remarks>
/// The default value is <see cref="None"/>: it names no network and its text is empty. Nothing that exists has it, so that whoever looks for it finds nothing.
/// </remarks>
public readonly record struct NetworkId
{
    private readonly string? _text;

    /// <summary>Takes the text as it is; two are equal when their characters are.</summary>
    /// <exception cref="ArgumentException">It is null or empty.</exception>
    public NetworkId(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = text;
    }

    /// <summary>No network.</summary>
    public static NetworkId None => default;

    /// <summary>What a caller sent: any text may name something, an empty one names no network.</summary>
    public static NetworkId Of(string text) => text.Length == 0 ? None : new NetworkId(text);

    /// <summary>The text, <c>""</c> for <see cref="None"/>.</summary>
    public override string ToString() => _text ?? "";
}
