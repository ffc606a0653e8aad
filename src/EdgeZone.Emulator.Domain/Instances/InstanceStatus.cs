namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>Where an instance is in its life (<see href="https://www.tencentcloud.com/document/api/1230/79094">Instance</see>).</summary>
public enum InstanceStatus
{
    /// <summary>Its machine is reserved; addresses and operating system are on their way.</summary>
    Allocating,

    /// <summary>Ready.</summary>
    Running,

    /// <summary>Being cut off.</summary>
    Isolating,

    /// <summary>Cut off.</summary>
    Isolated,

    /// <summary>Given back; the disks of its machine are being wiped.</summary>
    Terminating,

    /// <summary>It could not be made ready. It keeps what it got until it is given back.</summary>
    Error,
}
