using System.Globalization;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>The settings as they would stand on a command line, without what is secret.</summary>
internal static class SettingsInForce
{
    public static IReadOnlyDictionary<string, string> Of(EmulatorSettings settings)
    {
        var durations = settings.ToWorldOptions().Durations;
        var list = new SortedDictionary<string, string>(StringComparer.Ordinal);
        void Add(string name, IFormattable? value)
        {
            if (value is not null)
            {
                list[$"{EmulatorSettings.Section}:{name}"] = value.ToString(null, CultureInfo.InvariantCulture);
            }
        }

        void Text(string name, string? value)
        {
            if (value is not null)
            {
                list[$"{EmulatorSettings.Section}:{name}"] = value;
            }
        }

        Add("Auth:Mode", settings.Auth.Mode);
        Text("Auth:ExactHost", Word(settings.Auth.ExactHost));
        Add("Api:Edition", settings.Api.Edition);
        Text("Api:AcceptAnyVersion", Word(settings.Api.AcceptAnyVersion));
        Text("Api:InstanceIdPrefix", settings.Api.InstanceIdPrefix);
        Text("Defaults:Region", settings.Defaults.Region);
        Text("RateLimit:Enabled", Word(settings.RateLimit.Enabled));
        Add("RateLimit:PerSecond", settings.RateLimit.PerSecond);
        foreach (var (action, limit) in settings.RateLimit.Actions)
        {
            Add($"RateLimit:Actions:{action}", limit);
        }

        Add("Sandboxes:Maximum", settings.Sandboxes.Maximum);
        Add("Sandboxes:Calls", settings.Sandboxes.Calls);
        Add("Sandboxes:CallsMemory", settings.Sandboxes.CallsMemory);
        Add("Sandboxes:Machines", settings.Sandboxes.Machines);
        Add("Sandboxes:Events", settings.Sandboxes.Events);
        Add("Clock:Mode", settings.Clock.Mode);
        Add("Clock:Rate", settings.Clock.Rate);
        Add("Durations:Profile", settings.Durations.Profile);
        Add("Durations:Network", durations.Network);
        Add("Durations:Install", durations.Install);
        Add("Durations:Wipe", durations.Wipe);
        Add("Chance", settings.Chance);
        Text("Seed", settings.Seed);
        Text("Control:Enabled", Word(settings.Control.Enabled));
        Add("Control:Port", settings.Control.Port);
        for (var i = 0; i < settings.Control.Hosts.Count; i++)
        {
            Text($"Control:Hosts:{i}", settings.Control.Hosts[i]);
        }

        Text("Control:Token", settings.Control.Token is null ? null : "(set)");
        Add("Logging:Format", settings.Logging.Format);
        Add("Logging:Level", settings.Logging.Level);
        return list;
    }

    private static string Word(bool value) => value ? "true" : "false";
}
