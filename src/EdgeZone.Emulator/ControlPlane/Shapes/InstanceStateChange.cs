using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("Where an instance is to go; exactly one member.")]
internal sealed record InstanceStateChange(
    [property: Description("The next status of its life."), Words("running", "isolating", "isolated", "terminating", "error")] string? Status = null,
    [property: Description("The next power state of its machine, while it is running."), Words("normal", "starting", "stopping", "stopped", "rebooting")]
    string? OperateStatus = null);

[Description("Where an instance is.")]
internal sealed record InstanceStateView(
    string InstanceId,
    [property: Description("As the API says it.")] string Status,
    [property: Description("As the API says it.")] string OperateStatus);
