using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;

namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>Where the work on an instance is.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Next">What is due next, null when there is no work on it.</param>
/// <param name="Current">The phase under way, null when there is no work on it.</param>
/// <param name="Phases">All phases from being ordered to running, or the wipe of one that was given back; none when there is no work on it. What lies before
/// the current one has ended then; an installation that has not begun is planned with the duration that was set, from which the drawn one may differ.</param>
public sealed record InstancePhases(
    InstanceId InstanceId, InstanceStatus Status, ScheduledStep? Next, PlannedPhase? Current, IReadOnlyList<PlannedPhase> Phases);
