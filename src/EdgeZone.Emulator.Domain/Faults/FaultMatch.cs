namespace EdgeZone.Emulator.Domain.Faults;

/// <summary>Which calls a rule concerns. What is null asks nothing, all else must hold; in texts <c>*</c> stands for any characters.</summary>
/// <param name="Action">The action.</param>
/// <param name="Account">The account.</param>
/// <param name="Region">The region.</param>
/// <param name="Zone">The zone that the call names.</param>
/// <param name="InstanceType">The model that the call names.</param>
/// <param name="InstanceName">The name of instances that the call names.</param>
/// <param name="Call">The number of the call in the sandbox.</param>
/// <param name="Index">The place of a machine among those of the call, from 1.</param>
public sealed record FaultMatch(
    string? Action = null,
    long? Account = null,
    string? Region = null,
    string? Zone = null,
    string? InstanceType = null,
    string? InstanceName = null,
    long? Call = null,
    int? Index = null);
