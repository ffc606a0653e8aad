namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>A phase and its time; the next one begins when it ends.</summary>
/// <param name="Phase">What is done.</param>
/// <param name="Begin">When it begins, in the sandbox's time, UTC.</param>
/// <param name="End">When it ends, which may be the same instant; <see cref="Never"/> for one that hangs.</param>
public readonly record struct PlannedPhase(ProvisioningPhase Phase, DateTimeOffset Begin, DateTimeOffset End)
{
    /// <summary>When a phase ends that hangs.</summary>
    public static DateTimeOffset Never => DateTimeOffset.MaxValue;
}
