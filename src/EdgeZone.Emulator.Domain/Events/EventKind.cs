namespace EdgeZone.Emulator.Domain.Events;

/// <summary>What can happen in a sandbox.</summary>
public enum EventKind
{
    /// <summary>An order was within the quota of the account, which counts its instances from now on.</summary>
    QuotaTaken,

    /// <summary>An order got free machines.</summary>
    MachinesReserved,

    /// <summary>It was decided what is installed.</summary>
    ImageChosen,

    /// <summary>A machine was reserved for a new instance.</summary>
    InstanceCreated,

    /// <summary>The instance has its addresses.</summary>
    AddressesAssigned,

    /// <summary>The operating system is installed.</summary>
    SystemInstalled,

    /// <summary>The instance could not be made ready.</summary>
    InstanceFailed,

    /// <summary>The instance has another name.</summary>
    InstanceRenamed,

    /// <summary>The instance has another public address.</summary>
    AddressChanged,

    /// <summary>The instance was given back; its addresses are free.</summary>
    InstanceTerminated,

    /// <summary>The disks are wiped, the machine is free and the instance gone.</summary>
    DisksWiped,

    /// <summary>A network was created.</summary>
    NetworkCreated,

    /// <summary>A network has another name.</summary>
    NetworkRenamed,

    /// <summary>A network was deleted.</summary>
    NetworkDeleted,

    /// <summary>A network has one more address.</summary>
    AddressApplied,

    /// <summary>A network has one address less.</summary>
    AddressReleased,

    /// <summary>An account is billed in a zone.</summary>
    BillingStarted,

    /// <summary>The control plane set how many machines of a model are free.</summary>
    StockSet,

    /// <summary>The control plane set the quota of a model.</summary>
    QuotaSet,

    /// <summary>The control plane changed how time passes.</summary>
    ClockSet,

    /// <summary>The control plane moved the time.</summary>
    ClockMoved,
    /// <summary>The disks could not be wiped: the machine is out of service and the instance gone.</summary>
    WipeFailed,

    /// <summary>It was decided that the work on an instance goes wrong.</summary>
    WorkFaulted,

    /// <summary>The control plane brought an instance into another status.</summary>
    StatusSet,

    /// <summary>Somebody else took machines and addresses.</summary>
    RivalTook,

    /// <summary>They gave them back.</summary>
    RivalGaveBack,

    /// <summary>A fault rule fired for a call.</summary>
    FaultFired,

    /// <summary>The control plane added, replaced or removed a fault rule.</summary>
    FaultsSet,
}
