namespace EdgeZone.Emulator.Authentication;

/// <summary>
/// What may serve as the name of a sandbox. A SecretId that nobody configured becomes such a name, and the name travels in a response
/// header and in the control plane's URLs, so that nothing may pass here which means something there.
/// </summary>
internal static class SandboxName
{
    /// <summary>The sandbox of unsigned calls and of the built-in credential.</summary>
    public const string Default = "default";

    private const int MaximumLength = 128;

    /// <summary>Whether the text is 1 to 128 visible ASCII characters without a slash of either kind.</summary>
    public static bool IsValid(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= MaximumLength
        && !name.ContainsAnyExceptInRange('!', '~')
        && !name.ContainsAny('/', '\\');
}
