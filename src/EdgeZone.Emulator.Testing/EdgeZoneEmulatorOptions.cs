using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Testing.Hosting;

namespace EdgeZone.Emulator.Testing;

/// <summary>
/// How an emulator inside a test differs from a bare start. The environment and the <c>appsettings.json</c> of the test never reach it:
/// what is not said here is the default.
/// </summary>
/// <remarks>
/// Defaults that differ from those of the program: the rate limit is off (<c>RateLimit:Enabled</c>), work takes no time
/// (<c>Durations:Profile</c> is <c>Instant</c>), and only warnings are logged (<c>Logging:Level</c>).
/// </remarks>
public sealed class EdgeZoneEmulatorOptions
{
    private const string EditionKey = "Api:Edition";
    private const string DurationsKey = "Durations:Profile";

    /// <summary>
    /// Settings by their name below the section <c>Emulator</c>, for instance <c>Settings["Auth:Mode"] = "Strict"</c> or
    /// <c>Settings["Credentials:0:SecretId"] = "AKID…"</c>. An unknown one fails the start.
    /// </summary>
    public IDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?>(FixtureDefaults.Settings, StringComparer.OrdinalIgnoreCase);

    /// <summary>The contract that is spoken, setting <c>Api:Edition</c>. Default <see cref="EmulatorEdition.International"/>.</summary>
    public EmulatorEdition Edition
    {
        get => Get(EditionKey, EmulatorEdition.International);
        set => Settings[EditionKey] = value.ToString();
    }

    /// <summary>How long work takes, setting <c>Durations:Profile</c>. Default <see cref="EmulatorDurations.Instant"/>.</summary>
    public EmulatorDurations Durations
    {
        get => Get(DurationsKey, EmulatorDurations.Instant);
        set => Settings[DurationsKey] = value.ToString();
    }

    /// <summary>Whether it listens for HTTPS too, at <see cref="EdgeZoneEmulator.SecureEndpoint"/>. Default false.</summary>
    public bool Https { get; set; }

    /// <summary>
    /// The instant at which the time of every sandbox stands, until the control plane moves it; null, the default, for time that passes.
    /// Signatures are checked by the real time all the same, so SDKs work.
    /// </summary>
    public DateTimeOffset? FrozenAt { get; set; }

    /// <summary>
    /// The time of everything: of sandboxes, of the window in which a signature is valid, and of the rate limit. Default the system's.
    /// An SDK signs with the machine's clock, so another time needs unsigned calls, a signer that knows it, or <c>Auth:Mode</c> <c>Off</c>.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    private T Get<T>(string key, T otherwise) where T : struct, Enum =>
        Settings.TryGetValue(key, out var text) && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : otherwise;
}
