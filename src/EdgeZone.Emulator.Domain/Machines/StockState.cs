using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Machines;

/// <summary>The machines of a model in a zone. The API never shows them; free, bound, wiping and a rival's always add up to all.</summary>
/// <param name="Zone">Code of the zone.</param>
/// <param name="InstanceType">Code of the model.</param>
/// <param name="Machines">All machines.</param>
/// <param name="Free">Ready to be reserved.</param>
/// <param name="Bound">Belonging to an instance.</param>
/// <param name="Wiping">Given back, their disks not yet wiped.</param>
/// <param name="Rival">Taken by somebody outside the sandbox.</param>
/// <param name="Quota">Quota of the sandbox's first account; 0 means no limit, null that the model is not offered to it.</param>
public sealed record StockState(ZoneCode Zone, string InstanceType, int Machines, int Free, int Bound, int Wiping, int Rival, uint? Quota);
