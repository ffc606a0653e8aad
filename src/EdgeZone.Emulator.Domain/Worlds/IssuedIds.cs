namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>How many ids of each kind a sandbox has issued, and how many things of each kind it has seen.</summary>
/// <param name="InstanceIds">Ids of instances; as many have been created.</param>
/// <param name="PrivateNetworkIds">Ids of private networks.</param>
/// <param name="PublicNetworkIds">Ids of public networks.</param>
/// <param name="MachineIds">Ids of machines.</param>
/// <param name="PrivateNetworks">Private networks created, those of the seed included.</param>
/// <param name="PublicNetworks">Public networks created, those of the seed included.</param>
public sealed record IssuedIds(
    long InstanceIds, long PrivateNetworkIds, long PublicNetworkIds, long MachineIds, long PrivateNetworks, long PublicNetworks);
