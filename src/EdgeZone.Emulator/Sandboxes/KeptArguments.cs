using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>
/// What is kept of a call's parameters: the parameters themselves while they are small, since nearly nobody asks for their text, and
/// otherwise the beginning of their text, so that what is kept is bounded whatever was sent.
/// </summary>
/// <param name="arguments">The bound parameters; null when the call was refused before they were.</param>
internal readonly struct KeptArguments(Arguments? arguments)
{
    /// <summary>How much text is kept, in characters.</summary>
    private const int LongestText = 4096;

    /// <summary>Up to which size the parameters themselves are kept: they take no more than their text would.</summary>
    private const int LargestArguments = 2 * LongestText;

    private readonly object? _kept = arguments is null || arguments.Size <= LargestArguments ? arguments : arguments.Describe(LongestText);

    /// <summary>The text, secrets masked, cut when long; null when no parameters were bound.</summary>
    public string? Text => _kept is Arguments arguments ? arguments.Describe(LongestText) : (string?)_kept;

    /// <summary>How many bytes are kept.</summary>
    public int Size => _kept is Arguments arguments ? (int)arguments.Size : HeapSize.Of((string?)_kept);
}
