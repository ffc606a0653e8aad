using System.ComponentModel;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("What goes wrong by the end of an instance's name.")]
internal sealed record NamedFaultsView(
    [property: Description("Whether it does here: Emulator:NamedFaults, and not in Strict.")] bool Enabled,
    IReadOnlyList<NamedFaultView> Names);

[Description("What goes wrong by one end.")]
internal sealed record NamedFaultView(
    [property: Description("How the name ends.")] string Name,
    [property: Description("What happens then.")] string Meaning);
