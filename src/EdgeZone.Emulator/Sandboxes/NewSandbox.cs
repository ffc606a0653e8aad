using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Time;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>A sandbox that the control plane asks for; what is null is as the settings say, or as the origin has it.</summary>
/// <param name="Name">Its name, which must not be taken.</param>
/// <param name="Origin">The sandbox that it begins as; null for a fresh one.</param>
/// <param name="Mode">How its time passes.</param>
/// <param name="Rate">Seconds inside per second outside.</param>
/// <param name="Chance">Seed of its chance; only for a fresh one.</param>
/// <param name="Durations">How long the work on its machines takes.</param>
/// <param name="Accounts">How many accounts it has; only for a fresh one.</param>
/// <param name="Edition">Which generation of the contract it speaks.</param>
/// <param name="RateLimitEnabled">Whether its calls are counted.</param>
/// <param name="RatePerSecond">Calls per second for each action, region and sub-account.</param>
/// <param name="BeforeCall">Begin as the origin was just before the call or command of that number; null for as it is.</param>
/// <param name="Lifetime">How long it exists, in real time; null for as long as the process.</param>
internal sealed record NewSandbox(
    string Name,
    Sandbox? Origin = null,
    ClockMode? Mode = null,
    double? Rate = null,
    long? Chance = null,
    ProvisioningDurations? Durations = null,
    int? Accounts = null,
    ApiEdition? Edition = null,
    bool? RateLimitEnabled = null,
    int? RatePerSecond = null,
    long? BeforeCall = null,
    TimeSpan? Lifetime = null);
