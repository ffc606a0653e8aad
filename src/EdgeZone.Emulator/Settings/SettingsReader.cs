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

    private static string OneLine(InvalidOperationException e) =>
        (e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message).ReplaceLineEndings(" ");
}
