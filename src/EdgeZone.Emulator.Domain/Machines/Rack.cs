using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Machines;

/// <summary>How many machines of a model stand in a zone at the start.</summary>
/// <param name="Zone">Code of the zone.</param>
/// <param name="InstanceType">Code of the model.</param>
/// <param name="Machines">Number of machines.</param>
public sealed record Rack(ZoneCode Zone, string InstanceType, int Machines);
