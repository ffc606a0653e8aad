namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>Every step an instance can take, and what each status allows. Nothing else in the engine decides by status.</summary>
/// <remarks>
/// CreateInstances, TerminateInstances: https://www.tencentcloud.com/document/api/1230/79079, https://www.tencentcloud.com/document/api/1230/79074.
/// Isolation has no action; no status follows a finished wipe, the record disappears.
/// </remarks>
internal static class InstanceLifecycle
{
    private static readonly InstanceTransition[] Steps =
    [
        new(null, InstanceTrigger.Reserved, InstanceStatus.Allocating),

        new(InstanceStatus.Allocating, InstanceTrigger.Provisioned, InstanceStatus.Running),
        new(InstanceStatus.Allocating, InstanceTrigger.ProvisioningFailed, InstanceStatus.Error),

        new(InstanceStatus.Running, InstanceTrigger.IsolationStarted, InstanceStatus.Isolating),
        new(InstanceStatus.Isolating, InstanceTrigger.IsolationFinished, InstanceStatus.Isolated),
        new(InstanceStatus.Isolated, InstanceTrigger.Restored, InstanceStatus.Running),

        new(InstanceStatus.Running, InstanceTrigger.Terminated, InstanceStatus.Terminating),
        new(InstanceStatus.Isolated, InstanceTrigger.Terminated, InstanceStatus.Terminating),
        new(InstanceStatus.Error, InstanceTrigger.Terminated, InstanceStatus.Terminating),

        new(InstanceStatus.Terminating, InstanceTrigger.Wiped, null),
    ];

    /// <summary>The table.</summary>
    public static IReadOnlyList<InstanceTransition> Table => Steps;

    /// <summary>The status that follows.</summary>
    /// <exception cref="InvalidOperationException">The table has no such step.</exception>
    public static InstanceStatus? Next(InstanceStatus? from, InstanceTrigger trigger)
    {
        foreach (var transition in Steps)
        {
            if (transition.From == from && transition.Trigger == trigger)
            {
                return transition.To;
            }
        }

        throw new InvalidOperationException($"An instance in status {from} cannot be {trigger}.");
    }

    /// <summary>What leads from one status to another; null when nothing does at once.</summary>
    public static InstanceTrigger? TriggerOf(InstanceStatus from, InstanceStatus to) =>
        Steps.Where(step => step.From == from && step.To == to).Select(step => (InstanceTrigger?)step.Trigger).FirstOrDefault();

    /// <summary>The statuses that can follow.</summary>
    public static IEnumerable<InstanceStatus> After(InstanceStatus from) =>
        Steps.Where(step => step.From == from && step.To is not null).Select(step => step.To!.Value).Distinct();

    /// <summary>Whether TerminateInstances accepts it.</summary>
    public static bool CanTerminate(InstanceStatus status) => Steps.Any(step => step.From == status && step.Trigger == InstanceTrigger.Terminated);

    /// <summary>Whether ModifyInstanceAttribute may give it another name.</summary>
    public static bool CanRename(InstanceStatus status) => status != InstanceStatus.Terminating;

    /// <summary>Whether ModifyInstanceAttribute may give it another public address.</summary>
    public static bool CanChangeAddress(InstanceStatus status) => status == InstanceStatus.Running;

    /// <summary>Whether it counts against the account's quota.</summary>
    public static bool HoldsQuota(InstanceStatus status) => status != InstanceStatus.Terminating;

    /// <summary>Whether it counts as a server of its networks and keeps them from being deleted.</summary>
    public static bool CountsAsServer(InstanceStatus status) => status != InstanceStatus.Terminating;

    /// <summary>Whether it causes traffic.</summary>
    public static bool CausesTraffic(InstanceStatus status) => status == InstanceStatus.Running;

    /// <summary>Whether its addresses and its operating system are still on their way.</summary>
    public static bool IsAllocating(InstanceStatus status) => status == InstanceStatus.Allocating;
}
