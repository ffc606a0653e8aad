namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>A step and when it is due.</summary>
internal readonly record struct ScheduledStep(DateTimeOffset Due, ProvisioningStep Step, string InstanceId);
