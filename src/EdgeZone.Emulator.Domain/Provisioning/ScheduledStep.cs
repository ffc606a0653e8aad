using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>A step and when it is due.</summary>
/// <param name="Due">When, in the sandbox's time, UTC.</param>
/// <param name="Step">What will be done.</param>
/// <param name="InstanceId">With which instance.</param>
/// <param name="Began">When the work on it began, UTC.</param>
public readonly record struct ScheduledStep(DateTimeOffset Due, ProvisioningStep Step, InstanceId InstanceId, DateTimeOffset Began);
