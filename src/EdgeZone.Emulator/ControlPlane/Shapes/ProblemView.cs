using System.ComponentModel;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("A refusal of the control plane (RFC 9457).")]
internal sealed record ProblemView(
    string Type,
    [property: Description("The status in words.")] string Title,
    [property: Description("The HTTP status.")] int Status,
    [property: Description("What is wrong, in one sentence.")] string Detail,
    [property: Description("The member, parameter or path segment that is wrong; absent when none is.")] string? Field);
