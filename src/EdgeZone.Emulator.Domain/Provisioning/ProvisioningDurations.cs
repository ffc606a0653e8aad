namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>How long the work on a machine takes, in the sandbox's time.</summary>
/// <param name="Network">Assigning addresses, the phase before the installation.</param>
/// <param name="Install">Installing the operating system, after the addresses; shared out among its phases by <see cref="ProvisioningPhases"/>.</param>
/// <param name="Wipe">Wiping the disks of a machine that was given back.</param>
/// <param name="Jitter">By which fraction each duration may be longer or shorter, 0 to 1; drawn from the sandbox's chance.</param>
public sealed record ProvisioningDurations(TimeSpan Network, TimeSpan Install, TimeSpan Wipe, double Jitter = 0)
{
    /// <summary>A few seconds: long enough to be seen, short enough to wait for.</summary>
    public static ProvisioningDurations Fast { get; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

    /// <summary>No time at all: whatever was started is done when the next call looks.</summary>
    public static ProvisioningDurations Instant { get; } = new(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>About what machines with local system disks take.</summary>
    public static ProvisioningDurations Realistic { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(10), 0.2);
}
