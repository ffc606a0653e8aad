namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>Statuses as the API spells them.</summary>
public static class StatusWords
{
    /// <summary>For instance <c>allocating</c>.</summary>
    public static string Word(this InstanceStatus status) => status switch
    {
        InstanceStatus.Allocating => "allocating",
        InstanceStatus.Running => "running",
        InstanceStatus.Isolating => "isolating",
        InstanceStatus.Isolated => "isolated",
        InstanceStatus.Terminating => "terminating",
        InstanceStatus.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };

    /// <summary>For instance <c>normal</c>.</summary>
    public static string Word(this OperateStatus status) => status switch
    {
        OperateStatus.Normal => "normal",
        OperateStatus.Starting => "starting",
        OperateStatus.Stopping => "stopping",
        OperateStatus.Stopped => "stopped",
        OperateStatus.Rebooting => "rebooting",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such power state."),
    };
}
