using System.Text.Json.Serialization;

namespace EdgeZone.Emulator.Testing.Control;

/// <summary>A sandbox to make. What is null is as the emulator's settings say, or as the one that it is forked from has it.</summary>
public sealed record SandboxOptions
{
    /// <summary>Its name, 1 to 128 printable ASCII characters without spaces and slashes. Default: one is made up.</summary>
    public string? Name { get; init; }

    /// <summary>The sandbox that it goes on from, with the same machines, time and ids to come. Default: it begins from the seed.</summary>
    public string? From { get; init; }

    /// <summary>With <see cref="From"/>: as that one was just before its call or command of this number. Default: as it is now.</summary>
    public long? Call { get; init; }

    /// <summary>How its time passes.</summary>
    public ClockStart? Clock { get; init; }

    /// <summary>Seed of its chance, for one that begins from the seed.</summary>
    public long? Chance { get; init; }

    /// <summary>How long the work on its machines takes.</summary>
    public SandboxDurations? Durations { get; init; }

    /// <summary>Which generation of the contract it speaks.</summary>
    public EmulatorEdition? Edition { get; init; }

    /// <summary>How many calls it takes.</summary>
    public SandboxRateLimit? RateLimit { get; init; }

    /// <summary>How many accounts it has, 1 to 16, for one that begins from the seed. Default 1.</summary>
    public int? Accounts { get; init; }

    /// <summary>How long it exists, in real time, at most 30 days. Default: until it is deleted.</summary>
    public TimeSpan? Expires { get; init; }

    /// <summary>
    /// Whether a <see cref="Sandbox"/> is verified when it is disposed of. That is the fixture's own affair, the emulator is not told. An exception
    /// of the test itself gets lost behind one of the verification.
    /// </summary>
    [JsonIgnore]
    public bool VerifyOnDispose { get; init; }
}

/// <summary>How time is to pass in a new sandbox.</summary>
/// <param name="Mode">Whether it passes, and how.</param>
/// <param name="Rate">Seconds inside per second outside, above 0 and at most 1,000,000; needed by <see cref="ClockMode.Scaled"/>, by no other.</param>
public sealed record ClockStart(ClockMode Mode, double? Rate = null);

/// <summary>How long work takes in a new sandbox: a profile, or durations by hand on top of it. Each is at most 30 days.</summary>
public sealed record SandboxDurations
{
    /// <summary>The profile. Default: that of the emulator, setting <c>Durations:Profile</c>.</summary>
    public EmulatorDurations? Profile { get; init; }

    /// <summary>Assigning addresses. Default: as the profile says.</summary>
    public TimeSpan? Network { get; init; }

    /// <summary>Installing the operating system. Default: as the profile says.</summary>
    public TimeSpan? Install { get; init; }

    /// <summary>Wiping a terminated machine. Default: as the profile says.</summary>
    public TimeSpan? Wipe { get; init; }
}

/// <summary>What of the rate limit is another in a new sandbox than the settings of the emulator say.</summary>
public sealed record SandboxRateLimit
{
    /// <summary>Whether calls are counted.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Calls per second for each action, region and sub-account, 1 or more.</summary>
    public int? PerSecond { get; init; }
}
