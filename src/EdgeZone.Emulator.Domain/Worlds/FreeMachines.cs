using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Worlds;

/// <summary>The free machines of a model in a zone.</summary>
/// <param name="Zone">Code of the zone.</param>
/// <param name="InstanceType">Code of the model.</param>
/// <param name="NeverBound">How many have never been bound and so have no id yet.</param>
/// <param name="Returned">The ids of the others, in the order in which they will be bound.</param>
public sealed record FreeMachines(ZoneCode Zone, string InstanceType, int NeverBound, IReadOnlyList<string> Returned);
