using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Settings;

/// <summary>
/// The whole tree of settings, section <c>Emulator</c>. Every one has a default that makes a bare start useful; a bad or unknown one
/// stops the start with one line that names it.
/// </summary>
internal sealed class EmulatorSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Emulator";

    /// <summary><c>Emulator:Auth</c>.</summary>
    public AuthSettings Auth { get; set; } = new();

    /// <summary><c>Emulator:Credentials</c>: known credentials besides the built-in pair <c>emulator</c>/<c>emulator</c>. Default none.</summary>
    public List<CredentialSettings> Credentials { get; set; } = [];

    /// <summary><c>Emulator:Api</c>.</summary>
    public ApiSettings Api { get; set; } = new();

    /// <summary><c>Emulator:Defaults</c>.</summary>
    public DefaultsSettings Defaults { get; set; } = new();

    /// <summary><c>Emulator:RateLimit</c>.</summary>
    public RateLimitSettings RateLimit { get; set; } = new();

    /// <summary><c>Emulator:Sandboxes</c>.</summary>
    public SandboxSettings Sandboxes { get; set; } = new();

    /// <summary><c>Emulator:Clock</c>.</summary>
    public ClockSettings Clock { get; set; } = new();

    /// <summary><c>Emulator:Durations</c>.</summary>
    public DurationSettings Durations { get; set; } = new();

    /// <summary>
    /// <c>Emulator:Chance</c>: the seed of every sandbox's chance, together with the sandbox's name. The same seed and the same calls at
    /// the same times give the same world, ids included. Default 1.
    /// </summary>
    public long Chance { get; set; } = 1;

    /// <summary><c>Emulator:Seed</c>: the path of a JSON file that replaces the built-in world. Default none.</summary>
    public string? Seed { get; set; }

    /// <summary><c>Emulator:Control</c>.</summary>
    public ControlSettings Control { get; set; } = new();

    /// <summary><c>Emulator:Logging</c>.</summary>
    public LoggingSettings Logging { get; set; } = new();
}

/// <summary><c>Emulator:Api</c>.</summary>
internal sealed class ApiSettings
{
    /// <summary>Which generation of the contract is spoken. Default <see cref="ApiEdition.International"/>.</summary>
    public ApiEdition Edition { get; set; } = ApiEdition.International;

    /// <summary>Whether any <c>X-TC-Version</c> is taken for 2026-04-01. Default false: another one is <c>NoSuchVersion</c>.</summary>
    public bool AcceptAnyVersion { get; set; }

    /// <summary>The letters before the dash of instance ids: <c>ins</c> (default), <c>bms</c>, <c>epm</c>, or another of 1 to 10 lower-case letters.</summary>
    public string InstanceIdPrefix { get; set; } = "ins";
}

/// <summary><c>Emulator:Defaults</c>: what an unsigned call is assumed to mean.</summary>
internal sealed class DefaultsSettings
{
    /// <summary>The region of a call that names none. Default <c>ap-guangzhou</c>.</summary>
    public string Region { get; set; } = "ap-guangzhou";
}

/// <summary><c>Emulator:RateLimit</c>. https://www.tencentcloud.com/document/api/1230/79065</summary>
internal sealed class RateLimitSettings
{
    /// <summary>Whether calls are counted at all. Default true; the test fixture's default is false.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Calls per second for each action, region and sub-account, at least 1. Default 20.</summary>
    public int PerSecond { get; set; } = 20;

    /// <summary>Other limits for single actions, by the action's name. Default none.</summary>
    public Dictionary<string, int> Actions { get; set; } = [];
}

/// <summary><c>Emulator:Sandboxes</c>: how much the process holds.</summary>
internal sealed class SandboxSettings
{
    /// <summary>How many sandboxes may exist at once; over it a call that would make another is refused. 1 to 1,000,000, default 1,000.</summary>
    public int Maximum { get; set; } = 1_000;

    /// <summary>How many of its latest calls each sandbox remembers. 0 to 1,000,000, default 1,000.</summary>
    public int Calls { get; set; } = 1_000;

    /// <summary>How much all sandboxes together remember of their calls, in MiB; over it the oldest go first. 1 to 65,536, default 256.</summary>
    public int CallsMemory { get; set; } = 256;

    /// <summary>How many machines of one model a zone of a sandbox may have. 1 to 10,000,000, default 1,000,000.</summary>
    public int Machines { get; set; } = 1_000_000;

    /// <summary>How many events one move of the clock reports; the number of all is reported too. 1 to 1,000,000, default 1,000.</summary>
    public int Events { get; set; } = 1_000;
}

/// <summary><c>Emulator:Clock</c>: how the time of a new sandbox passes.</summary>
internal sealed class ClockSettings
{
    /// <summary>Default <see cref="ClockMode.Real"/>.</summary>
    public ClockMode Mode { get; set; } = ClockMode.Real;

    /// <summary>Seconds inside per second outside, for <see cref="ClockMode.Scaled"/> only. Above 0, at most 1,000,000.</summary>
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
internal sealed class DurationSettings
{
    /// <summary>Default <see cref="DurationProfile.Fast"/>; the test fixture's default is <see cref="DurationProfile.Instant"/>.</summary>
    public DurationProfile Profile { get; set; } = DurationProfile.Fast;

    /// <summary>Assigning addresses, <c>hh:mm:ss</c>, at most 30 days. Default: the profile's.</summary>
    public TimeSpan? Network { get; set; }

    /// <summary>Installing the operating system, <c>hh:mm:ss</c>, at most 30 days. Default: the profile's.</summary>
    public TimeSpan? Install { get; set; }

    /// <summary>Wiping a terminated machine, <c>hh:mm:ss</c>, at most 30 days. Default: the profile's.</summary>
    public TimeSpan? Wipe { get; set; }
}

/// <summary><c>Emulator:Control</c>: the control plane under <c>/_emulator</c>, with the OpenAPI document and the Swagger page.</summary>
internal sealed class ControlSettings
{
    /// <summary>Whether there is one. Default true; <c>/_emulator/health</c> stays in any case.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>A port of its own, 1 to 65535. Default: the API's.</summary>
    public int? Port { get; set; }

    /// <summary>Names, without a port, under which a browser may reach it besides those that no public name server can give away. Default none.</summary>
    public List<string> Hosts { get; set; } = [];

    /// <summary>What a request has to carry as <c>Authorization: Bearer …</c>. Default none. Never shown or logged.</summary>
    public string? Token { get; set; }
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
    /// <summary>Default <see cref="LogFormat.Text"/>.</summary>
    public LogFormat Format { get; set; } = LogFormat.Text;

    /// <summary>Default <see cref="LogLevelSetting.Information"/>.</summary>
    public LogLevelSetting Level { get; set; } = LogLevelSetting.Information;
}
