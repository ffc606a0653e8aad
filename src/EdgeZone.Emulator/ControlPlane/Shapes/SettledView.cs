using System.ComponentModel;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("A sandbox in which everything is done that was due.")]
internal sealed record SettledView(
    [property: Description("What was called, as `calls` lists it.")] CallsView Calls,
    [property: Description("What is held, as `held` lists it.")] HeldView Held);
