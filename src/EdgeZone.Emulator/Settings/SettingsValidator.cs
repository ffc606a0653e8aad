using System.Globalization;
using EdgeZone.Emulator.Domain.Time;

namespace EdgeZone.Emulator.Settings;

/// <summary>Checks the values of the settings; types and unknown names were checked when they were bound.</summary>
internal static class SettingsValidator
{
    private static readonly TimeSpan LongestDuration = TimeSpan.FromDays(30);

    /// <exception cref="SettingsException">The first value that is out of range.</exception>
    public static void Validate(EmulatorSettings settings)
    {
        OneOf("Auth:Mode", settings.Auth.Mode);
        OneOf("Api:Edition", settings.Api.Edition);
        Check("Api:InstanceIdPrefix", settings.Api.InstanceIdPrefix, settings.Api.InstanceIdPrefix is { Length: >= 1 and <= 10 } prefix
            && prefix.All(char.IsAsciiLetterLower), "is not 1 to 10 lower-case letters");
        Check("Defaults:Region", settings.Defaults.Region, RegionNames.IsWellFormed(settings.Defaults.Region), "is not a region such as ap-guangzhou");
        Between("RateLimit:PerSecond", settings.RateLimit.PerSecond, 1, int.MaxValue);
        foreach (var (action, limit) in settings.RateLimit.Actions)
        {
            Between($"RateLimit:Actions:{action}", limit, 1, int.MaxValue);
        }

        Between("Sandboxes:Maximum", settings.Sandboxes.Maximum, 1, 1_000_000);
        Between("Sandboxes:Calls", settings.Sandboxes.Calls, 0, 1_000_000);
        Between("Sandboxes:CallsMemory", settings.Sandboxes.CallsMemory, 1, 65_536);
        Between("Sandboxes:Machines", settings.Sandboxes.Machines, 1, 10_000_000);
        Between("Sandboxes:Events", settings.Sandboxes.Events, 1, 1_000_000);
        OneOf("Clock:Mode", settings.Clock.Mode);
        ValidateRate(settings.Clock);
        OneOf("Durations:Profile", settings.Durations.Profile);
        Duration("Durations:Network", settings.Durations.Network);
        Duration("Durations:Install", settings.Durations.Install);
        Duration("Durations:Wipe", settings.Durations.Wipe);
        Between("Control:Port", settings.Control.Port ?? 1, 1, 65_535);
        for (var i = 0; i < settings.Control.Hosts.Count; i++)
        {
            var host = settings.Control.Hosts[i];
            Check($"Control:Hosts:{i}", host, IsHostName(host), "is not a host name such as emulator.example.com, without scheme and port");
        }

        Check("Control:Token", "***", settings.Control.Token is not "", "is empty; leave it out for none");
        OneOf("Logging:Format", settings.Logging.Format);
        OneOf("Logging:Level", settings.Logging.Level);
        ValidateCredentials(settings.Credentials);
    }

    // Names of services may have an underscore, though names of hosts have none.
    private static bool IsHostName(string? name) =>
        name?.Replace('_', '-') is { } host && !host.StartsWith('-') && Uri.CheckHostName(host) == UriHostNameType.Dns && host.All(char.IsAscii);

    private static void ValidateRate(ClockSettings clock)
    {
        if (clock.Mode == ClockMode.Scaled)
        {
            Check("Clock:Rate", clock.Rate, clock.Rate is > 0 and <= 1_000_000, "is not above 0 and at most 1000000, as a scaled clock needs it");
        }
        else
        {
            Check("Clock:Rate", clock.Rate, clock.Rate is null, "is given, but only Emulator:Clock:Mode=Scaled has a rate");
        }
    }

    private static void ValidateCredentials(List<CredentialSettings> credentials)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < credentials.Count; i++)
        {
            var credential = credentials[i];
            Check($"Credentials:{i}:SecretId", credential.SecretId, SandboxNames.IsValid(credential.SecretId), SandboxNames.Rule);
            Check($"Credentials:{i}:SecretId", credential.SecretId, seen.Add(credential.SecretId), "is there twice");
            Check($"Credentials:{i}:SecretKey", "", credential.SecretKey.Length > 0, "is missing");
            Check($"Credentials:{i}:Token", "", credential.Token is not "", "is empty; leave it out for none");
            Between($"Credentials:{i}:AppId", credential.AppId ?? 1, 1, long.MaxValue);
            Check($"Credentials:{i}:Sandbox", credential.Sandbox, credential.Sandbox is null || SandboxNames.IsValid(credential.Sandbox), SandboxNames.Rule);
        }
    }

    private static void OneOf<T>(string name, T value) where T : struct, Enum =>
        Check(name, value, Enum.IsDefined(value), $"is not one of {string.Join(", ", Enum.GetNames<T>())}");

    private static void Between(string name, long value, long least, long most) =>
        Check(name, value, value >= least && value <= most, $"is not between {least} and {most}");

    private static void Duration(string name, TimeSpan? value) =>
        Check(name, value, value is null || (value >= TimeSpan.Zero && value <= LongestDuration), "is not between 00:00:00 and 30.00:00:00");

    private static void Check(string name, object? value, bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new SettingsException(string.Create(CultureInfo.InvariantCulture, $"{EmulatorSettings.Section}:{name}: '{value}' {otherwise}."));
        }
    }
}
