namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>Whether the machine is powered (<see href="https://www.tencentcloud.com/document/api/1230/79094">Instance</see>).</summary>
public enum OperateStatus
{
    /// <summary>On.</summary>
    Normal,

    /// <summary>Being switched on.</summary>
    Starting,

    /// <summary>Being switched off.</summary>
    Stopping,

    /// <summary>Off.</summary>
    Stopped,

    /// <summary>Being restarted.</summary>
    Rebooting,
}
