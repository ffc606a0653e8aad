namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>Work on a machine that is done at a due time.</summary>
public enum ProvisioningStep
{
    /// <summary>The instance gets its addresses.</summary>
    AssignAddresses,

    /// <summary>The operating system is installed.</summary>
    InstallSystem,

    /// <summary>The disks of a machine that was given back are wiped.</summary>
    WipeDisks,
}
