using System.ComponentModel;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("All sandboxes.")]
internal sealed record SandboxListView(
    IReadOnlyList<SandboxView> Sandboxes,
    [property: Description("How many there are.")] int Total,
    [property: Description("How many there may be: Emulator:Sandboxes:Maximum.")] int Maximum);

[Description("One sandbox.")]
internal sealed record SandboxView(
    [property: Description("Its name, as in the answer header X-Emulator-Sandbox.")] string Name,
    [property: Description("Its time, UTC.")] DateTime Now,
    [property: Description("How many calls it has got.")] long Calls,
    [property: Description("When it goes by itself, real time; absent when it does not.")] DateTime? Expires = null);
