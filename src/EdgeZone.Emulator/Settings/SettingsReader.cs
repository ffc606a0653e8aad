using Microsoft.Extensions.Configuration;

namespace EdgeZone.Emulator.Settings;

/// <summary>Binds the section <c>Emulator</c> and refuses what is unknown, of the wrong type, or out of range.</summary>
internal static class SettingsReader
{
    /// <exception cref="SettingsException">A setting is unknown or bad; the message names it.</exception>
    public static EmulatorSettings Read(IConfiguration configuration)
    {
        var settings = new EmulatorSettings();
        var section = configuration.GetSection(EmulatorSettings.Section);
        try
        {
            section.Bind(settings, options => options.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException(OneLine(e, section));
        }

        SettingsValidator.Validate(settings);
        return settings;
    }

    // The binder's own sentence about unknown names speaks of its options and types; only the names in it help.
    private static string OneLine(InvalidOperationException e, IConfigurationSection section)
    {
        const string UnknownNames = "not found on the instance of ";
        var start = e.Message.IndexOf(UnknownNames, StringComparison.Ordinal);
        var colon = start < 0 ? -1 : e.Message.IndexOf(": ", start, StringComparison.Ordinal);
        if (colon >= 0)
        {
            return UnknownSettings(section, owner: e.Message[(start + UnknownNames.Length)..colon], names: e.Message[(colon + 2)..]);
        }

        return (e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message).ReplaceLineEndings(" ");
    }

    // The binder names the unknown ones and the type that should have them; where that is in the tree has to be looked up.
    private static string UnknownSettings(IConfigurationSection section, string owner, string names)
    {
        var stem = owner[(owner.LastIndexOf('.') + 1)..].Replace("Settings", "", StringComparison.Ordinal);
        var paths = section.AsEnumerable().Select(pair => pair.Key)
            .Where(path => path.LastIndexOf(':') is > 0 and var end
                && names.Contains($"'{path[(end + 1)..]}'", StringComparison.Ordinal)
                && path[..end].TrimEnd(':', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is var parent
                && parent[(parent.LastIndexOf(':') + 1)..].StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .ToArray();
        return paths.Length > 0
            ? $"There is no setting {string.Join(", ", paths)}; docs/settings.md lists them all."
            : $"{section.Path}: there is no setting {names} here; docs/settings.md lists them all.";
    }
}
