using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>The settings as they would stand on a command line, without what is secret.</summary>
internal static class SettingsInForce
{
    public static IReadOnlyDictionary<string, string> Of(EmulatorSettings settings)
    {
        var durations = settings.ToWorldOptions().Durations;
        // What the profile says holds as well as what is set by hand.
        var full = settings with { Durations = settings.Durations with { Network = durations.Network, Install = durations.Install, Wipe = durations.Wipe } };
        return new SortedDictionary<string, string>(
            SettingsTable.All.SelectMany(setting => setting.InForce(full)).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
