namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>Every step between power states. No action of the API takes one; the control plane does.</summary>
internal static class PowerStates
{
    /// <summary>Whether the machine of an instance in that status can be switched.</summary>
    public static bool HasPower(InstanceStatus status) => status == InstanceStatus.Running;

    /// <summary>The power states that can follow.</summary>
    public static IReadOnlyList<OperateStatus> After(OperateStatus state) => state switch
    {
        OperateStatus.Normal => [OperateStatus.Stopping, OperateStatus.Stopped, OperateStatus.Rebooting],
        OperateStatus.Stopping => [OperateStatus.Stopped, OperateStatus.Normal],
        OperateStatus.Stopped => [OperateStatus.Starting, OperateStatus.Normal],
        OperateStatus.Starting => [OperateStatus.Normal, OperateStatus.Stopped],
        OperateStatus.Rebooting => [OperateStatus.Normal, OperateStatus.Stopped],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such power state."),
    };
}
