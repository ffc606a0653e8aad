namespace EdgeZone.Emulator.Testing.Hosting;

/// <summary>What differs from a bare start inside a test, by either door: nothing that waits, refuses by frequency, or talks.</summary>
internal static class FixtureDefaults
{
    public const string Section = "Emulator:";

    /// <summary>By the name of the setting below the section.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
    {
        ["RateLimit:Enabled"] = "false",
        ["Durations:Profile"] = "Instant",
        ["Logging:Level"] = "Warning",
    };

    /// <summary>The pair that stands in every manual, as a configured credential: <c>Strict</c> knows no other.</summary>
    public static IReadOnlyDictionary<string, string?> Credential { get; } = new Dictionary<string, string?>
    {
        ["Credentials:0:SecretId"] = "emulator",
        ["Credentials:0:SecretKey"] = "emulator",
        ["Credentials:0:Sandbox"] = "default",
    };
}
