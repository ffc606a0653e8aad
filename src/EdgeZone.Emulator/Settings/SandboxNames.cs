namespace EdgeZone.Emulator.Settings;

/// <summary>What a sandbox may be called, and so a SecretId that leads to one: the name stands in a response header and in a path.</summary>
internal static class SandboxNames
{
    /// <summary>The sandbox of unsigned calls and of the built-in credential.</summary>
    public const string Default = "default";

    /// <summary>The rule, as words that follow "is not".</summary>
    public const string Rule = "1 to 128 printable ASCII characters without spaces and slashes";

    private const int Longest = 128;

    public static bool IsValid(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= Longest
        && name is not ("." or "..")
        && !name.ContainsAnyExceptInRange('!', '~')
        && !name.ContainsAny('/', '\\');
}
