using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Which networks are wanted; null asks nothing, several conditions must all hold.</summary>
/// <param name="Id">Exact id.</param>
/// <param name="Name">Part of the name, in either case.</param>
/// <param name="Zone">Code of the zone, or its number as text.</param>
public sealed record NetworkFilter(NetworkId? Id = null, string? Name = null, string? Zone = null);
