namespace EdgeZone.Emulator.Testing.Control;

/// <summary>What was taken since the sandbox began, was forked or was restored, and is not given back.</summary>
/// <param name="Instances">Instances that were not terminated.</param>
/// <param name="PublicIps">Addresses that were applied for and not released.</param>
/// <param name="PrivateNetworks">Private networks that were not deleted.</param>
/// <param name="PublicNetworks">Public networks that were not deleted.</param>
/// <param name="Pending">Work that was begun and is not done.</param>
/// <param name="Hanging">Work that was begun and never ends, because a fault rule said so.</param>
public sealed record HeldResources(
    IReadOnlyList<HeldInstance> Instances,
    IReadOnlyList<HeldAddress> PublicIps,
    IReadOnlyList<HeldNetwork> PrivateNetworks,
    IReadOnlyList<HeldNetwork> PublicNetworks,
    IReadOnlyList<SandboxTimer> Pending,
    IReadOnlyList<HangingWork> Hanging);

/// <summary>An instance that is held.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Its status in the words of the API.</param>
/// <param name="AppId">The account that owns it.</param>
/// <param name="Zone">The code of its zone.</param>
/// <param name="CreatedTime">When it was ordered, in the sandbox's time, UTC.</param>
public sealed record HeldInstance(string Id, string Name, string Status, long AppId, string Zone, DateTimeOffset CreatedTime);

/// <summary>An address that is held.</summary>
/// <param name="Ip">The address.</param>
/// <param name="NetworkId">The public network that it belongs to.</param>
/// <param name="AppId">The account that owns it.</param>
/// <param name="CreatedAt">When it was applied for, in the sandbox's time, UTC.</param>
public sealed record HeldAddress(string Ip, string NetworkId, long AppId, DateTimeOffset CreatedAt);

/// <summary>A network that is held.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="AppId">The account that owns it.</param>
/// <param name="Zone">The code of its zone.</param>
/// <param name="CreatedAt">When it was made, in the sandbox's time, UTC.</param>
public sealed record HeldNetwork(string Id, string Name, long AppId, string Zone, DateTimeOffset CreatedAt);
