using Microsoft.Extensions.Configuration;

namespace EdgeZone.Emulator.Settings;

/// <summary>Binds the section <c>Emulator</c> and refuses what is unknown, of the wrong type, or out of range.</summary>
internal static class SettingsReader
{
    /// <exception cref="SettingsException">A setting is unknown or bad; the message names it.</exception>
    public static EmulatorSettings Read(IConfiguration configuration)
    {
        var settings = new EmulatorSettings();
        try
        {
            configuration.GetSection(EmulatorSettings.Section).Bind(settings, options => options.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException(OneLine(e));
        }

        SettingsValidator.Validate(settings);
        return settings;
    }

    // The binder's own sentence about unknown names speaks of its options and types; only the names in it help.
    private static string OneLine(InvalidOperationException e)
    {
        const string UnknownNames = "not found on the instance of ";
        var start = e.Message.IndexOf(UnknownNames, StringComparison.Ordinal);
        var colon = start < 0 ? -1 : e.Message.IndexOf(": ", start, StringComparison.Ordinal);
        if (colon >= 0)
            return $"{EmulatorSettings.Section}: there is no setting {e.Message[(colon + 2)..]} here; docs/settings.md lists them all.";
        return (e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message).ReplaceLineEndings(" ");
    }
}
