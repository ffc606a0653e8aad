using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>A public network that exists from the start.</summary>
/// <param name="Id">Its id, which need not have the form of those that are issued.</param>
/// <param name="Order">What it is.</param>
/// <param name="Ips">The addresses applied for, of both families; only for a STATIC network.</param>
public sealed record PublicNetworkSeed(NetworkId Id, PublicNetworkOrder Order, IReadOnlyList<string> Ips);
