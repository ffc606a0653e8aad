using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("How far; exactly one of `by`, `to` and `until`.")]
internal sealed record ClockMove(
    [property: Description("A duration, [d.]hh:mm:ss.")] string? By = null,
    [property: Description("An instant with its offset from UTC, not before the sandbox's time.")] string? To = null,
    [property: Description("idle: until nothing is due. next: to the next due step. allocated: until the instance, or without one none, is allocating."),
     Words("idle", "next", "allocated")] string? Until = null,
    [property: Description("The instance that until allocated waits for; absent for all of them.")] string? Instance = null);

[Description("What happened on the way.")]
internal sealed record MovedView(
    [property: Description("The time before, UTC.")] DateTime From,
    [property: Description("The time after, UTC.")] DateTime To,
    [property: Description("What happened, in order; only the first ones when there were more than Emulator:Sandboxes:Events.")]
    IReadOnlyList<EventView> Events,
    [property: Description("How much happened altogether.")] long Total,
    [property: Description("Whether some of it is not listed.")] bool Truncated);
