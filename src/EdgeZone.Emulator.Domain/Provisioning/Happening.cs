using EdgeZone.Emulator.Domain.Instances;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>Something that happened in a sandbox on its own, because it was due.</summary>
/// <param name="At">When it was due, which is when it happened, UTC.</param>
/// <param name="Kind">Which step was done.</param>
/// <param name="InstanceId">The instance.</param>
/// <param name="From">Its status before.</param>
/// <param name="To">Its status after, null when it is gone.</param>
/// <param name="Detail">One sentence.</param>
public sealed record Happening(
    DateTimeOffset At, ProvisioningStep Kind, string InstanceId, InstanceStatus From, InstanceStatus? To, string Detail);
