using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Protocol;
using static EdgeZone.Emulator.Settings.ValueKinds;

namespace EdgeZone.Emulator.Settings;

/// <summary>Every setting that there is. It is read, checked, shown and documented from here.</summary>
internal static class SettingsTable
{
    private static readonly TimeSpan LongestDuration = TimeSpan.FromDays(30);

    private static readonly TimeSpan LongestFaultDelay = TimeSpan.FromHours(1);

    // The server looks at its clock once a second.
    private static readonly TimeSpan ShortestBodyTime = TimeSpan.FromSeconds(2);

    private static readonly ValueKind<TimeSpan> Wait = Duration(LongestDuration, TimeSpan.FromMilliseconds(1));

    private static readonly ValueKind<string> SandboxName = TextThat(SandboxNames.Rule, text => SandboxNames.IsValid(text));

    private static readonly ValueKind<string> Region = TextThat("a region such as ap-guangzhou", RegionNames.IsWellFormed);

    private static readonly ValueKind<string> IdPrefix = TextThat(
        "1 to 10 lower-case letters", text => text.Length is >= 1 and <= 10 && text.All(char.IsAsciiLetterLower));

    private static readonly ValueKind<string> HostName = TextThat("a host name such as emulator.example.com, without scheme and port", HostNames.IsHostName);

    private static readonly ValueKind<string> Passing = TextThat(
        "a host such as pypi.org or a domain such as *.pypi.org, and no API of Tencent Cloud", ProxySettings.CanPass);

    public static IReadOnlyList<Setting> All { get; } =
    [
        Setting.Of("Auth:Mode", OneOf<AuthMode>(), s => s.Auth.Mode, (s, v) => s.Auth.Mode = v,
            "`Lenient`: unsigned calls are played in the sandbox `default`, an unknown SecretId in one of its own name, a known one must sign correctly. "
            + "`Strict`: as the real gateway; it needs a credential. `Off`: nothing is checked, the SecretId only chooses the sandbox"),
        Setting.Of("Auth:ExactHost", Flag, s => s.Auth.ExactHost, (s, v) => s.Auth.ExactHost = v,
            "`true` verifies only the received `Host` and the scope service `edgezone`, as the real gateway does; "
            + "SDKs with an overridden endpoint often sign something else"),
        Credential("SecretId", SandboxName, "none; required", (c, v) => c.SecretId = v, "the id that a request names"),
        Credential("SecretKey", Text, "none; required", (c, v) => c.SecretKey = v, "the key that signs; never shown or logged").Secret(),
        Credential("Token", Text, "none", (c, v) => c.Token = v, "the session token that must come along; never shown or logged").Secret(),
        Credential("AppId", Whole(1, long.MaxValue), "the sandbox's first account", (c, v) => c.AppId = v,
            "the account; several in one sandbox compete for its stock and cannot see each other's things"),
        Credential(
            "Uin", Text, "none", (c, v) => c.Uin = v, "the user number of the sub-account: credentials of one sandbox that share it share the rate limit"),
        Credential("Sandbox", SandboxName, "the SecretId", (c, v) => c.Sandbox = v, "the sandbox that the credential leads to"),
        Setting.Of("Api:Edition", OneOf<ApiEdition>(), s => s.Api.Edition, (s, v) => s.Api.Edition = v, "which generation of the contract is spoken"),
        Setting.Of("Api:AcceptAnyVersion", Flag, s => s.Api.AcceptAnyVersion, (s, v) => s.Api.AcceptAnyVersion = v,
            $"`true` takes any `X-TC-Version` for {EdgeZoneApi.Version} instead of refusing it with `NoSuchVersion`"),
        Setting.Of("Api:InstanceIdPrefix", IdPrefix, s => s.Api.InstanceIdPrefix, (s, v) => s.Api.InstanceIdPrefix = v,
            "what stands before the dash of instance ids"),
        Setting.Of("Defaults:Region", Region, s => s.Defaults.Region, (s, v) => s.Defaults.Region = v, "the region of an unsigned call that names none"),
        Setting.Of("RateLimit:Enabled", Flag, s => s.RateLimit.Enabled, (s, v) => s.RateLimit.Enabled = v, "whether calls are counted"),
        Setting.Of("RateLimit:PerSecond", Whole(1, int.MaxValue), s => s.RateLimit.PerSecond, (s, v) => s.RateLimit.PerSecond = v,
            "calls per second for each action, region and sub-account. Credentials of one sandbox with the same `Uin` are one sub-account, those without "
                + "`Uin` when they name the same `AppId`; any other SecretId is one of its own"),
        Setting.Many("RateLimit:Actions:NAME", Whole(1, int.MaxValue), "none", (s, action, v) => s.RateLimit.Actions[action] = v,
            "another limit for the action of that name", s => s.RateLimit.Actions.Select(pair => (pair.Key, pair.Value))),
        Setting.Of("Sandboxes:Maximum", Whole(1, 1_000_000), s => s.Sandboxes.Maximum, (s, v) => s.Sandboxes.Maximum = v,
            "how many sandboxes may exist at once; over it a call that would make another is refused with `AuthFailure.UnauthorizedOperation`; "
                + "none is evicted"),
        Setting.Of("Sandboxes:Calls", Whole(0, 1_000_000), s => s.Sandboxes.Calls, (s, v) => s.Sandboxes.Calls = v,
            "how many of its latest calls and commands each sandbox remembers; all calls are counted"),
        Setting.Of("Sandboxes:CallsMemory", Whole(1, 65_536), s => s.Sandboxes.CallsMemory, (s, v) => s.Sandboxes.CallsMemory = v,
            "how many MiB of memory the remembered calls of all sandboxes occupy together, parameters, answers and events included; over it the oldest "
                + "go first, and the list says so"),
        Setting.Of("Sandboxes:Machines", Whole(1, 10_000_000), s => s.Sandboxes.Machines, (s, v) => s.Sandboxes.Machines = v,
            "the most machines of one model in a zone"),
        Setting.Of("Sandboxes:Events", Whole(1, 1_000_000), s => s.Sandboxes.Events, (s, v) => s.Sandboxes.Events = v,
            "the most events that one move of the clock lists; the number of all is told too"),
        Setting.Of("Sandboxes:Faults", Whole(0, 100_000), s => s.Sandboxes.Faults, (s, v) => s.Sandboxes.Faults = v,
            "how many [fault rules](faults.md) each sandbox may have; over it the next one is refused with HTTP 409"),
        Setting.Of("Sandboxes:FaultDelay", Duration(LongestFaultDelay), s => s.Sandboxes.FaultDelay, (s, v) => s.Sandboxes.FaultDelay = v,
            "the longest delay that a fault rule may ask for; what several add up to is cut to it"),
        Setting.Of("Sandboxes:Listeners", Whole(1, 1_000), s => s.Sandboxes.Listeners, (s, v) => s.Sandboxes.Listeners = v,
            "how many may listen to the events of one sandbox at once; over it the next one is refused with HTTP 409"),
        Setting.Optional("Storage:Directory", Text, "none", s => s.Storage.Directory, (s, v) => s.Storage.Directory = v,
            "the directory in which sandboxes outlive the process, see [storage](storage.md); without one they are in memory only"),
        Setting.Of("Storage:LogSize", Whole(1, 1_024), s => s.Storage.LogSize, (s, v) => s.Storage.LogSize = v,
            "how many MiB of entries of one sandbox are kept before a snapshot takes their place"),
        Setting.Of("Clock:Mode", OneOf<ClockMode>(), s => s.Clock.Mode, (s, v) => s.Clock.Mode = v, "how the time of a new sandbox passes"),
        Setting.Optional("Clock:Rate", AboveZero(1_000_000), "none", s => s.Clock.Rate, (s, v) => s.Clock.Rate = v,
            "seconds inside per second outside; for `Scaled`, which needs it"),
        Setting.Of("Durations:Profile", OneOf<DurationProfile>(), s => s.Durations.Profile, (s, v) => s.Durations.Profile = v,
            "`Fast`: network 1 s, installation 2 s, wipe 2 s. `Instant`: none. `Realistic`: 30 s, 15 min, 10 min, each ±20 % by the sandbox's chance"),
        Setting.Optional("Durations:Network", Duration(LongestDuration), "the profile's", s => s.Durations.Network, (s, v) => s.Durations.Network = v,
            "assigning addresses, before the installation"),
        Setting.Optional("Durations:Install", Duration(LongestDuration), "the profile's", s => s.Durations.Install, (s, v) => s.Durations.Install = v,
            "installing the operating system: 5 % power, 10 % PXE, 65 % image, 20 % configuration"),
        Setting.Optional("Durations:Wipe", Duration(LongestDuration), "the profile's", s => s.Durations.Wipe, (s, v) => s.Durations.Wipe = v,
            "wiping a terminated machine"),
        Setting.Of("Chance", Whole(long.MinValue, long.MaxValue), s => s.Chance, (s, v) => s.Chance = v,
            "the same number and the same calls at the same times give the same world, ids included"),
        Setting.Optional("Seed", Text, "built in", s => s.Seed, (s, v) => s.Seed = v, "the path of a JSON file with [another world](#a-seed-of-your-own)"),
        Setting.Of("NamedFaults", Flag, s => s.NamedFaults, (s, v) => s.NamedFaults = v,
            "whether things go wrong by the end of an instance's name, see [faults](faults.md#by-the-name-of-an-instance); in `Strict` they never do"),
        Setting.Of("Control:Enabled", Flag, s => s.Control.Enabled, (s, v) => s.Control.Enabled = v,
            "whether there is a control plane, an OpenAPI document and a Swagger page; `/_emulator/health` stays"),
        Setting.Optional("Control:Port", Whole(1, 65_535), "the API's", s => s.Control.Port, (s, v) => s.Control.Port = v,
            "a port of its own for them, at the API's addresses"),
        Setting.Many("Control:Hosts:N", HostName, "none", (s, _, v) => s.Control.Hosts.Add(v),
            "a host name under which a browser may open the control plane, besides those that are [always welcome](control-plane.md#who-may)",
            s => s.Control.Hosts.Select((host, place) => ($"{place}", host))),
        Setting.Optional("Control:Token", Text, "none", s => s.Control.Token, (s, v) => s.Control.Token = v,
            "what a request to the control plane carries as `Authorization: Bearer …`; never shown or logged").Secret(),
        Setting.Of("Control:DocumentSize", Whole(1, 512), s => s.Control.DocumentSize, (s, v) => s.Control.DocumentSize = v,
            "the largest snapshot or journal that a request may bring, in MiB"),
        Setting.Of("Control:Refused", Whole(0, 10_000), s => s.Control.Refused, (s, v) => s.Control.Refused = v,
            "how many of the latest calls that reached no sandbox are remembered, each with what its signature should have covered"),
        Setting.Optional("Https:Enabled", Flag, "true, unless only addresses without it are asked for", s => s.Https.Enabled, (s, v) => s.Https.Enabled = v,
            "whether the API is served over TLS too, see [HTTPS](clients.md#https)"),
        Setting.Optional("Https:Port", Whole(1, 65_535), "8443, and if that is in use none", s => s.Https.Port, (s, v) => s.Https.Port = v,
            "its port, on the hosts of the other addresses, unless one of them begins with `https`"),
        Setting.Optional("Https:Directory", Text, "none", s => s.Https.Directory, (s, v) => s.Https.Directory = v,
            "the directory in which the certificate authority outlives the process, made if it is not there; without one it is a new one each time"),
        Setting.Many("Https:Names:N", HostName, "none", (s, _, v) => s.Https.Names.Add(v),
            "a host name for which a certificate is issued, besides those of the API, of this machine and of private networks",
            s => s.Https.Names.Select((host, place) => ($"{place}", host))),
        Setting.Optional("Https:Certificate", Text, "issued when needed", s => s.Https.Certificate, (s, v) => s.Https.Certificate = v,
            "the path of a PEM file with a certificate of your own, those that lead to its root behind it"),
        Setting.Optional("Https:Key", Text, "none", s => s.Https.Key, (s, v) => s.Https.Key = v, "the path of the PEM file with its key, not encrypted"),
        Setting.Of("Connections:Maximum", Whole(1, 1_000_000), s => s.Connections.Maximum, (s, v) => s.Connections.Maximum = v,
            "how many connections there may be at once; over it the next one is refused with HTTP 503, and the log says so"),
        Setting.Of("Connections:HeadTime", Wait, s => s.Connections.HeadTime, (s, v) => s.Connections.HeadTime = v,
            "how long the head of a request may take, and the handshake of TLS before it; then the answer is HTTP 408"),
        Setting.Of("Connections:IdleTime", Wait, s => s.Connections.IdleTime, (s, v) => s.Connections.IdleTime = v,
            "how long a connection may say nothing between two requests before it is closed"),
        Setting.Of("Connections:BodyTime", Duration(LongestDuration, ShortestBodyTime), s => s.Connections.BodyTime, (s, v) => s.Connections.BodyTime = v,
            "how long a body may come slower than 240 bytes a second; then the answer is HTTP 408. An answer that is read as slowly is cut off"),
        Setting.Of("Connections:StopTime", Wait, s => s.Connections.StopTime, (s, v) => s.Connections.StopTime = v,
            "how long calls under way may take to end when the process is asked to stop; what is not answered then is cut off"),
        Setting.Optional("Proxy:Enabled", Flag, "true, in Strict false", s => s.Proxy.Enabled, (s, v) => s.Proxy.Enabled = v,
            "whether programs may take the emulator for their [proxy](clients.md#proxy): what is meant for the API is answered, everything else refused"),
        Setting.Many("Proxy:PassThrough:N", Passing, "none", (s, _, v) => s.Proxy.PassThrough.Add(v),
            "a host to which the proxy lets tunnels pass; no API of Tencent Cloud ever is",
            s => s.Proxy.PassThrough.Select((host, place) => ($"{place}", host))),
        Setting.Of("Proxy:Tunnels", Whole(1, 10_000), s => s.Proxy.Tunnels, (s, v) => s.Proxy.Tunnels = v,
            "how many tunnels to such hosts there may be at once; over it the next one is refused with HTTP 503"),
        Setting.Of("Proxy:IdleTime", Wait, s => s.Proxy.IdleTime, (s, v) => s.Proxy.IdleTime = v,
            "how long such a tunnel may be silent before it ends"),
        Setting.Of("Proxy:Refused", Whole(0, 10_000), s => s.Proxy.Refused, (s, v) => s.Proxy.Refused = v,
            "how many of the latest requests that the proxy refused are remembered; all are counted"),
        Setting.Of("Logging:Format", OneOf<LogFormat>(), s => s.Logging.Format, (s, v) => s.Logging.Format = v,
            "`Text`: lines for a person. `Json`: one compact object a line"),
        Setting.Of("Logging:Level", OneOf<LogLevelSetting>(), s => s.Logging.Level, (s, v) => s.Logging.Level = v,
            "`Debug` explains refused signatures, `Information` has a line a call, `Warning` and `Error` have none"),
    ];

    private static Setting Credential<T>(string name, ValueKind<T> kind, string otherwise, Action<CredentialSettings, T> set, string meaning) =>
        Setting.Many($"Credentials:N:{name}", kind, otherwise, (settings, place, value) => set(settings.CredentialAt(place), value), meaning);
}
