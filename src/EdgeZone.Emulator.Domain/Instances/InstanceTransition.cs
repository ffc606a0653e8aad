namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>One step in the life of an instance; null is before its beginning and after its end.</summary>
internal readonly record struct InstanceTransition(InstanceStatus? From, InstanceTrigger Trigger, InstanceStatus? To);
