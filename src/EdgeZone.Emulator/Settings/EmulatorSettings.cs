using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Settings;

/// <summary>
/// The whole tree of settings, section <c>Emulator</c>, with the defaults that make a bare start useful. What each may be, and what it
/// means to a user, stands in <see cref="SettingsTable"/>.
/// </summary>
internal sealed record EmulatorSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Emulator";

    /// <summary><c>Emulator:Auth</c>.</summary>
    public AuthSettings Auth { get; set; } = new();

    /// <summary><c>Emulator:Credentials</c>: known credentials besides the built-in pair <c>emulator</c>/<c>emulator</c>.</summary>
    public List<CredentialSettings> Credentials { get; set; } = [];

    /// <summary><c>Emulator:Api</c>.</summary>
    public ApiSettings Api { get; set; } = new();

    /// <summary><c>Emulator:Defaults</c>.</summary>
    public DefaultsSettings Defaults { get; set; } = new();

    /// <summary><c>Emulator:RateLimit</c>.</summary>
    public RateLimitSettings RateLimit { get; set; } = new();

    /// <summary><c>Emulator:Sandboxes</c>.</summary>
    public SandboxSettings Sandboxes { get; set; } = new();

    /// <summary><c>Emulator:Storage</c>.</summary>
    public StorageSettings Storage { get; set; } = new();

    /// <summary><c>Emulator:Clock</c>.</summary>
    public ClockSettings Clock { get; set; } = new();

    /// <summary><c>Emulator:Durations</c>.</summary>
    public DurationSettings Durations { get; set; } = new();

    /// <summary>
    /// <c>Emulator:Chance</c>: the seed of every sandbox's chance, together with the sandbox's name. The same seed and the same calls at
    /// the same times give the same world, ids included.
    /// </summary>
    public long Chance { get; set; } = 1;

    /// <summary><c>Emulator:Seed</c>: the path of a JSON file that replaces the built-in world.</summary>
    public string? Seed { get; set; }

    /// <summary>
    /// <c>Emulator:NamedFaults</c>: whether things go wrong by the end of an instance's name. They never do in <see cref="AuthMode.Strict"/>.
    /// </summary>
    public bool NamedFaults { get; set; } = true;

    /// <summary><c>Emulator:Control</c>.</summary>
    public ControlSettings Control { get; set; } = new();

    /// <summary><c>Emulator:Https</c>.</summary>
    public HttpsSettings Https { get; set; } = new();

    /// <summary><c>Emulator:Connections</c>.</summary>
    public ConnectionSettings Connections { get; set; } = new();

    /// <summary><c>Emulator:Proxy</c>.</summary>
    public ProxySettings Proxy { get; set; } = new();

    /// <summary><c>Emulator:Logging</c>.</summary>
    public LoggingSettings Logging { get; set; } = new();

    /// <summary>The credential at a place of the list, a new one if there is none.</summary>
    public CredentialSettings CredentialAt(string place)
    {
        var credential = Credentials.Find(known => known.Place == place);
        if (credential is null)
        {
            credential = new CredentialSettings { Place = place };
            Credentials.Add(credential);
        }

        return credential;
    }
}

/// <summary><c>Emulator:Api</c>.</summary>
internal sealed class ApiSettings
{
    /// <summary>Which generation of the contract is spoken.</summary>
    public ApiEdition Edition { get; set; } = ApiEdition.International;

    /// <summary>Whether any <c>X-TC-Version</c> is taken for 2026-04-01. If not, another one is <c>NoSuchVersion</c>.</summary>
    public bool AcceptAnyVersion { get; set; }

    /// <summary>The letters before the dash of instance ids: <c>ins</c>, <c>bms</c>, <c>epm</c>.</summary>
    public string InstanceIdPrefix { get; set; } = "ins";
}

/// <summary><c>Emulator:Defaults</c>: what an unsigned call is assumed to mean.</summary>
internal sealed class DefaultsSettings
{
    /// <summary>The region of a call that names none.</summary>
    public string Region { get; set; } = "ap-guangzhou";
}

/// <summary><c>Emulator:RateLimit</c>. https://www.tencentcloud.com/document/api/1230/79065</summary>
internal sealed class RateLimitSettings
{
    /// <summary>Whether calls are counted at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Calls per second for each action, region and sub-account.</summary>
    public int PerSecond { get; set; } = 20;

    /// <summary>Other limits for single actions, by the action's name.</summary>
    public Dictionary<string, int> Actions { get; set; } = [];
}

/// <summary><c>Emulator:Storage</c>: what outlives the process.</summary>
internal sealed class StorageSettings
{
    /// <summary>The directory that sandboxes are kept in; null to keep them in memory only.</summary>
    public string? Directory { get; set; }

    /// <summary>How many MiB of entries of a sandbox are kept before a snapshot takes their place.</summary>
    public int LogSize { get; set; } = 16;
}

/// <summary><c>Emulator:Sandboxes</c>: how much the process holds.</summary>
internal sealed class SandboxSettings
{
    /// <summary>How many sandboxes may exist at once; over it a call that would make another is refused.</summary>
    public int Maximum { get; set; } = 1_000;

    /// <summary>How many of its latest calls each sandbox remembers.</summary>
    public int Calls { get; set; } = 1_000;

    /// <summary>How much all sandboxes together remember of their calls, in MiB; over it the oldest go first.</summary>
    public int CallsMemory { get; set; } = 256;

    /// <summary>How many machines of one model a zone of a sandbox may have.</summary>
    public int Machines { get; set; } = 1_000_000;

    /// <summary>How many events one move of the clock reports; the number of all is reported too.</summary>
    public int Events { get; set; } = 1_000;

    /// <summary>How many fault rules a sandbox may have.</summary>
    public int Faults { get; set; } = 1_000;

    /// <summary>The longest delay of an answer that fault rules may add up to.</summary>
    public TimeSpan FaultDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many may listen to what happens in one sandbox at once.</summary>
    public int Listeners { get; set; } = 16;
}

/// <summary><c>Emulator:Clock</c>: how the time of a new sandbox passes.</summary>
internal sealed class ClockSettings
{
    /// <summary>How it passes.</summary>
    public ClockMode Mode { get; set; } = ClockMode.Real;

    /// <summary>Seconds inside per second outside, for <see cref="ClockMode.Scaled"/> only.</summary>
    public double? Rate { get; set; }
}

/// <summary>The built-in sets of durations.</summary>
internal enum DurationProfile
{
    /// <summary>Network 1 s, installation 2 s, wipe 2 s.</summary>
    Fast,

    /// <summary>No time at all: what was begun is done at the next look.</summary>
    Instant,

    /// <summary>Network 30 s, installation 15 min, wipe 10 min, each 20 % more or less by the sandbox's chance.</summary>
    Realistic,
}

/// <summary><c>Emulator:Durations</c>: how long the work behind an answer takes.</summary>
internal sealed record DurationSettings
{
    /// <summary>What holds for the lengths that are not set.</summary>
    public DurationProfile Profile { get; set; } = DurationProfile.Fast;

    /// <summary>Assigning addresses.</summary>
    public TimeSpan? Network { get; set; }

    /// <summary>Installing the operating system.</summary>
    public TimeSpan? Install { get; set; }

    /// <summary>Wiping a terminated machine.</summary>
    public TimeSpan? Wipe { get; set; }
}

/// <summary><c>Emulator:Control</c>: the control plane under <c>/_emulator</c>, with the OpenAPI document and the Swagger page.</summary>
internal sealed class ControlSettings
{
    /// <summary>Whether there is one; <c>/_emulator/health</c> stays in any case.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>A port of its own, or else the API's.</summary>
    public int? Port { get; set; }

    /// <summary>Names, without a port, under which a browser may reach it besides those that no public name server can give away.</summary>
    public List<string> Hosts { get; set; } = [];

    /// <summary>What a request has to carry as <c>Authorization: Bearer …</c>. Never shown or logged.</summary>
    public string? Token { get; set; }

    /// <summary>The largest snapshot or journal that a request may bring, in MiB.</summary>
    public int DocumentSize { get; set; } = 256;

    /// <summary>How many of the latest calls that reached no sandbox are remembered.</summary>
    public int Refused { get; set; } = 100;
}

/// <summary>How log lines look.</summary>
internal enum LogFormat
{
    /// <summary>Lines for a person.</summary>
    Text,

    /// <summary>One compact JSON object a line.</summary>
    Json,
}

/// <summary>How much is logged.</summary>
internal enum LogLevelSetting
{
    /// <summary>Refused signatures are explained.</summary>
    Debug,

    /// <summary>A line a call.</summary>
    Information,

    /// <summary>Only what is odd; no line a call.</summary>
    Warning,

    /// <summary>Only defects.</summary>
    Error,
}

/// <summary><c>Emulator:Logging</c>.</summary>
internal sealed class LoggingSettings
{
    /// <summary>How lines look.</summary>
    public LogFormat Format { get; set; } = LogFormat.Text;

    /// <summary>Which lines there are.</summary>
    public LogLevelSetting Level { get; set; } = LogLevelSetting.Information;
}
