namespace EdgeZone.Emulator.Domain.Provisioning;

/// <summary>What is being done with a machine, in the order in which it is done.</summary>
public enum ProvisioningPhase
{
    /// <summary>Addresses are assigned.</summary>
    Network,

    /// <summary>The machine is powered on.</summary>
    Power,

    /// <summary>It boots the installer from the network.</summary>
    Pxe,

    /// <summary>The image is written to its disks.</summary>
    Image,

    /// <summary>Name, credentials and network are configured.</summary>
    Configure,

    /// <summary>The machine was given back, its disks are wiped.</summary>
    Wipe,
}
