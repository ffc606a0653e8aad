namespace EdgeZone.Emulator.Settings;

/// <summary>Puts the value that a text stands for into its place; false if it stands for none.</summary>
/// <param name="key">What stands for <see cref="SettingName.Number"/> or <see cref="SettingName.Action"/> in the setting's name; else empty.</param>
internal delegate bool TrySet(EmulatorSettings settings, string key, string text);

/// <summary>One setting: the only place where its name, values, default and meaning stand.</summary>
/// <param name="Name">Where it stands below the section.</param>
/// <param name="Allowed">What its value may be, as words that follow "is not".</param>
/// <param name="Default">What holds when it is not set.</param>
/// <param name="Meaning">What it is for, in Markdown.</param>
internal sealed record Setting(SettingName Name, string Allowed, string Default, string Meaning, TrySet TrySet)
{
    /// <summary>Whether <see cref="Default"/> is a value, and not words for having none.</summary>
    public bool HasDefault { get; private init; }

    /// <summary>Whether its value is never shown.</summary>
    public bool IsSecret { get; private init; }

    /// <summary>What holds: full names, and values as they would stand on a command line. Nothing for what is neither set nor has a default.</summary>
    public Func<EmulatorSettings, IEnumerable<KeyValuePair<string, string>>> InForce { get; private init; } = _ => [];

    /// <summary>The same one, never shown.</summary>
    public Setting Secret() => this with
    {
        IsSecret = true,
        InForce = settings => InForce(settings).Select(pair => KeyValuePair.Create(pair.Key, "(set)")),
    };

    /// <summary>One that always has a value.</summary>
    public static Setting Of<T>(string name, ValueKind<T> kind, Func<EmulatorSettings, T> get, Action<EmulatorSettings, T> set, string meaning) =>
        Shown(name, kind, kind.Show(get(new EmulatorSettings())), settings => kind.Show(get(settings)), set, meaning) with { HasDefault = true };

    /// <summary>One that may have none.</summary>
    /// <param name="otherwise">What holds when it has none.</param>
    public static Setting Optional<T>(
        string name, ValueKind<T> kind, string otherwise, Func<EmulatorSettings, T?> get, Action<EmulatorSettings, T> set, string meaning)
        where T : struct =>
        Shown(name, kind, otherwise, settings => get(settings) is { } value ? kind.Show(value) : null, set, meaning);

    /// <summary>A text that may be absent.</summary>
    /// <param name="otherwise">What holds when it is.</param>
    public static Setting Optional(
        string name, ValueKind<string> kind, string otherwise, Func<EmulatorSettings, string?> get, Action<EmulatorSettings, string> set, string meaning) =>
        Shown(name, kind, otherwise, get, set, meaning);

    /// <summary>One of which there are as many as somebody sets.</summary>
    public static Setting Many<T>(
        string name,
        ValueKind<T> kind,
        string otherwise,
        Action<EmulatorSettings, string, T> set,
        string meaning,
        Func<EmulatorSettings, IEnumerable<(string Key, T Value)>>? get = null)
    {
        var setting = new Setting(SettingName.Parse(name), kind.Allowed, otherwise, meaning, Setter(kind, set));
        return get is null ? setting : setting with
        {
            InForce = settings => get(settings).Select(pair => KeyValuePair.Create(setting.Name.With(pair.Key), kind.Show(pair.Value))),
        };
    }

    private static Setting Shown<T>(
        string name, ValueKind<T> kind, string otherwise, Func<EmulatorSettings, string?> show, Action<EmulatorSettings, T> set, string meaning)
    {
        var parsed = SettingName.Parse(name);
        return new(parsed, kind.Allowed, otherwise, meaning, Setter<T>(kind, (settings, _, value) => set(settings, value)))
        {
            InForce = settings => show(settings) is { } text ? [KeyValuePair.Create(parsed.Full, text)] : [],
        };
    }

    private static TrySet Setter<T>(ValueKind<T> kind, Action<EmulatorSettings, string, T> set) => (settings, key, text) =>
    {
        if (!kind.TryRead(text, out var value))
        {
            return false;
        }

        set(settings, key, value);
        return true;
    };
}
