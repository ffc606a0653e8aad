using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>
/// What is kept of a call's parameters: the parameters themselves while they are small, since nearly nobody asks for their text, and
/// otherwise the beginning of their text, so that what is kept is bounded whatever was sent.
/// </summary>
/// <param name="arguments">The bound parameters; null when the call was refused before they were.</param>
internal readonly struct KeptArguments(Arguments? arguments)
{
    /// <summary>How much is kept, in characters.</summary>
    private const int Limit = 4096;

    private readonly object? _kept = arguments is null || arguments.Footprint <= Limit ? arguments : arguments.Describe(Limit);

    /// <summary>The text, secrets masked, cut when long; null when no parameters were bound.</summary>
    public string? Text => _kept is Arguments arguments ? arguments.Describe(Limit) : (string?)_kept;
}
