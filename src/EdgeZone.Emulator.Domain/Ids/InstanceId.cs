namespace EdgeZone.Emulator.Domain.Ids;

/// <summary>The id of an instance, for instance <c>ins-4f8a1c2d</c>. Whether there is such an instance is another question.</summary>
/// <remarks>
/// The default value is <see cref="None"/>: it names no instance and its text is empty. Nothing that exists has it, so that whoever looks for it finds nothing.
/// </remarks>
public readonly record struct InstanceId
{
    private readonly string? _text;

    /// <summary>Takes the text as it is; two are equal when their characters are.</summary>
    /// <exception cref="ArgumentException">It is null or empty.</exception>
    public InstanceId(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        _text = text;
    }

    /// <summary>No instance.</summary>
    public static InstanceId None => default;

    /// <summary>What a caller sent: any text may name something, an empty one names no instance.</summary>
    public static InstanceId Of(string text) => text.Length == 0 ? None : new InstanceId(text);

    /// <summary>The text, <c>""</c> for <see cref="None"/>.</summary>
    public override string ToString() => _text ?? "";
}
