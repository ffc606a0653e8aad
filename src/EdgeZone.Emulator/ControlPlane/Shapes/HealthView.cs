using System.ComponentModel;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

/// <summary>Body of a healthy answer.</summary>
internal sealed record HealthView([property: Description("Always ok.")] string Status);
