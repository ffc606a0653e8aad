using System.ComponentModel;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("What to change; at least one member.")]
internal sealed record StockChange(
    [property: Description("How many machines are to be free.")] int? Free = null,
    [property: Description("The quota of every account; 0 for no limit.")] uint? Quota = null);

[Description("The machines of a type in a zone.")]
internal sealed record StockView(
    string Zone,
    string Type,
    [property: Description("All machines.")] int Machines,
    [property: Description("Ready to be reserved.")] int Free,
    [property: Description("Belonging to an instance.")] int Bound,
    [property: Description("Given back, the disks not yet wiped.")] int Wiping,
    [property: Description("Taken by somebody else because a fault rule said so.")] int Rival,
    [property: Description("The quota of the sandbox's first account; 0 for no limit, absent when the type is not offered to it.")] uint? Quota);
