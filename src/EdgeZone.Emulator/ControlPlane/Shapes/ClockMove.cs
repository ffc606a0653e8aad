using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

/// <summary>How far; exactly one of <c>by</c>, <c>to</c> and <c>until</c>.</summary>
internal sealed record ClockMove(
    [property: Description("A duration, [d.]hh:mm:ss.")] string? By = null,
    [property: Description("An instant with its offset from UTC, not before the sandbox's time.")] string? To = null,
    [property: Description("idle: until nothing is due. next: to the next due step. allocated: until the instance is no longer allocating."),
     Words("idle", "next", "allocated")] string? Until = null,
    [property: Description("The instance that until allocated waits for.")] string? Instance = null);

/// <summary>What happened on the way.</summary>
internal sealed record MovedView(
    [property: Description("The time before, UTC.")] DateTime From,
    [property: Description("The time after, UTC.")] DateTime To,
    [property: Description("What happened, in order; only the first ones when there were more than Emulator:Sandboxes:Happenings.")] IReadOnlyList<HappeningView> Happenings,
    [property: Description("How much happened altogether.")] long Total,
    [property: Description("Whether some of it is not listed.")] bool Truncated);

/// <summary>One thing that happened because it was due.</summary>
internal sealed record HappeningView(
    [property: Description("When it was due, which is when it happened, UTC.")] DateTime At,
    [property: Description("The step that was done."), Words("assignAddresses", "installSystem", "wipeDisks")] string Kind,
    string InstanceId,
    [property: Description("The instance's status before.")] string From,
    [property: Description("Its status after; absent when it is gone.")] string? To,
    [property: Description("One sentence.")] string Detail);
