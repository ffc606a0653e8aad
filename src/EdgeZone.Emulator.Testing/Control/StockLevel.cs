namespace EdgeZone.Emulator.Testing.Control;

/// <summary>The machines of a type in a zone. Free, bound, wiping ones and those of a rival add up to all.</summary>
/// <param name="Zone">The code of the zone.</param>
/// <param name="Type">The instance type.</param>
/// <param name="Machines">All machines.</param>
/// <param name="Free">Ready to be reserved.</param>
/// <param name="Bound">Belonging to an instance.</param>
/// <param name="Wiping">Given back, the disks not yet wiped.</param>
/// <param name="Rival">Taken by somebody else because a fault rule said so.</param>
/// <param name="Quota">The quota of the sandbox's first account; 0 for no limit, null when the type is not offered to it.</param>
public sealed record StockLevel(string Zone, string Type, int Machines, int Free, int Bound, int Wiping, int Rival, long? Quota = null);
