namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>What moves an instance from one status to the next.</summary>
internal enum InstanceTrigger
{
    /// <summary>A machine was reserved for it.</summary>
    Reserved,

    /// <summary>It has its addresses and its operating system.</summary>
    Provisioned,

    /// <summary>It could not get an address.</summary>
    ProvisioningFailed,

    /// <summary>Its owner is in arrears.</summary>
    IsolationStarted,

    /// <summary>It is cut off.</summary>
    IsolationFinished,

    /// <summary>Its owner has paid.</summary>
    Restored,

    /// <summary>Its owner gave it back.</summary>
    Terminated,

    /// <summary>The disks of its machine are wiped.</summary>
    Wiped,
}
