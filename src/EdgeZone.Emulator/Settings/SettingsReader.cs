namespace EdgeZone.Emulator.Settings;

/// <summary>Reads the section <c>Emulator</c>. What is unknown, in the wrong place or not a value is refused by its name.</summary>
internal static class SettingsReader
{
    /// <param name="configuration">Where settings come from.</param>
    /// <param name="actions">The names of the actions that may have a limit of their own.</param>
    /// <exception cref="SettingsException">A setting is unknown or bad; the message names it.</exception>
    public static EmulatorSettings Read(IConfiguration configuration, IEnumerable<string> actions)
    {
        var settings = new EmulatorSettings();
        RequireNoneBeside(configuration);
        foreach (var (path, text) in Given(configuration.GetSection(EmulatorSettings.Section)))
        {
            Apply(settings, path.Split(':')[1..], text, actions);
        }

        SettingsValidator.Validate(settings);
        return settings;
    }

    // The environment of a process is full of other things, but what is spelt so is meant for nobody else, and would hold nothing.
    private static void RequireNoneBeside(IConfiguration configuration)
    {
        foreach (var root in configuration.GetChildren())
        {
            if (SettingsNearby.MeantBy(root.Key) is { } setting)
            {
                throw new SettingsException(
                    $"There is no setting {root.Key}; {setting.Name.Full} is written {setting.Name.Full.Replace(":", "__", StringComparison.Ordinal)} in the environment.");
            }
        }
    }

    // In the order of lists. An absent value is a null of a JSON file: as if nothing stood there.
    private static IEnumerable<(string Path, string Text)> Given(IConfigurationSection section) =>
        [.. section.Value is { } text ? [(section.Path, text)] : Array.Empty<(string, string)>(), .. section.GetChildren().SelectMany(Given)];

    private static void Apply(EmulatorSettings settings, string[] path, string text, IEnumerable<string> actions)
    {
        var setting = SettingsTable.All.FirstOrDefault(setting => setting.Name.Parts.Count == path.Length && setting.Name.Common(path) == path.Length);
        if (setting is null)
        {
            // An empty list of a JSON file, and a section that a web application factory hands on, stand there as an empty text.
            if (text.Length > 0 || !SettingsNearby.HasSettingsBelow(path))
            {
                throw new SettingsException(SettingsNearby.WhatIsWrongWith(path));
            }

            return;
        }

        var key = setting.Name.Parts.Contains(SettingName.Action) ? ActionNamed(setting.Name.KeyIn(path), actions) : setting.Name.KeyIn(path);
        if (!setting.TrySet(settings, key, text))
        {
            throw new SettingsException($"{setting.Name.With(key)}: '{(setting.IsSecret && text.Length > 0 ? "***" : text)}' is not {setting.Allowed}.");
        }
    }

    // Names of settings come in any case; the action's own is the one that counts.
    private static string ActionNamed(string name, IEnumerable<string> actions) =>
        actions.FirstOrDefault(action => action.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new SettingsException(
            $"{EmulatorSettings.Section}:RateLimit:Actions:{name}: there is no action {name}; there are {string.Join(", ", actions)}.");
}
