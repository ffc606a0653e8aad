namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>A step as the schedule keeps it, under its due time.</summary>
/// <param name="Number">Number of the instance with which it will be done.</param>
/// <param name="Began">When the work on it began, in ticks, UTC.</param>
/// <param name="Step">What will be done.</param>
internal readonly record struct PendingStep(long Number, long Began, ProvisioningStep Step);
