using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Sandboxes;

/// <summary>What of the settings concerns a world, in the engine's words.</summary>
internal static class WorldSettings
{
    /// <summary>Whether things go wrong by the end of a name: not where the emulator is to be as the real service.</summary>
    public static bool HasNamedFaults(this EmulatorSettings settings) => settings.NamedFaults && settings.Auth.Mode != AuthMode.Strict;

    public static WorldOptions ToWorldOptions(this EmulatorSettings settings)
    {
        var profile = settings.Durations.Profile switch
        {
            DurationProfile.Instant => ProvisioningDurations.Instant,
            DurationProfile.Realistic => ProvisioningDurations.Realistic,
            _ => ProvisioningDurations.Fast,
        };
        return new WorldOptions
        {
            Chance = settings.Chance,
            InstanceIdPrefix = settings.Api.InstanceIdPrefix,
            Durations = profile with
            {
                Network = settings.Durations.Network ?? profile.Network,
                Install = settings.Durations.Install ?? profile.Install,
                Wipe = settings.Durations.Wipe ?? profile.Wipe,
            },
            MaximumMachines = settings.Sandboxes.Machines,
            EventsLimit = settings.Sandboxes.Events,
            MaximumFaults = settings.Sandboxes.Faults,
            NamedFaults = settings.HasNamedFaults(),
            ClockMode = settings.Clock.Mode,
            ClockRate = settings.Clock.Rate,
        };
    }
}
