using System.ComponentModel;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

/// <summary>What goes wrong by the end of an instance's name.</summary>
internal sealed record NamedFaultsView(
    [property: Description("Whether it does here: Emulator:NamedFaults, and not in Strict.")] bool Enabled,
    IReadOnlyList<NamedFaultView> Names);

/// <summary>What goes wrong by one end.</summary>
internal sealed record NamedFaultView(
    [property: Description("How the name ends.")] string Name,
    [property: Description("What happens then.")] string Meaning);
