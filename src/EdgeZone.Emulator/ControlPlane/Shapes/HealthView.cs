using System.ComponentModel;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("Body of a healthy answer.")]
internal sealed record HealthView([property: Description("Always ok.")] string Status);
