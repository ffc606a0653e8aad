namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>What rules can know of a call.</summary>
/// <param name="Action">The action.</param>
/// <param name="Account">The account.</param>
/// <param name="Region">The region.</param>
/// <param name="Zone">The zone that it names, null when it names none.</param>
/// <param name="InstanceType">The model that it names, null when it names none.</param>
/// <param name="InstanceName">The name of instances that it names, null when it names none.</param>
/// <param name="Machines">How many machines it asks for or gives back; 0 for an action without a batch.</param>
public readonly record struct CallFacts(
    string Action, long Account, string Region, string? Zone, string? InstanceType, string? InstanceName, long Machines);
