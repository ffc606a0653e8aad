using System.ComponentModel;
using System.Text.Json;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.Domain.Events;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Journals;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("How an instance came to be as it is.")]
internal sealed record WhyView(
    string InstanceId,
    [property: Description("The sandbox's time, UTC.")] DateTime Now,
    [property: Description("As the API says it; absent when the instance is gone.")] string? Status,
    [property: Description("Whether something is missing that is no longer, or never was, in the journal: calls, decisions, events.")] bool Truncated,
    [property: Description("What led there, in the order of time.")] IReadOnlyList<LinkView> Chain,
    [property: Description("What is due next; absent when nothing is.")] TimerView? Next);

[Description("One link of the chain.")]
internal sealed record LinkView(
    [property: Description("When, in the sandbox's time, UTC; of a phase when it begins.")] DateTime At,
    [property: Description("Which other member is there: call, decision and event for something that happened, phase."),
        Words("call", "decision", "event", "phase")]
    string Link,
    CallerView? Call = null,
    [property: Description("What an order was judged by, and what it got: quotaTaken, machinesReserved, imageChosen.")] EventView? Decision = null,
    [property: Description("What happened to the instance.")] EventView? Event = null,
    PhaseView? Phase = null)
{
    public static LinkView Of(JournalEntry entry, Call call, DateTimeOffset at) => new(at.UtcDateTime, "call", Call: CallerView.Of(entry, call));

    public static LinkView OfDecision(WorldEvent decided) => new(decided.At.UtcDateTime, "decision", Decision: EventView.Of(decided));

    public static LinkView OfEvent(WorldEvent happened) => new(happened.At.UtcDateTime, "event", Event: EventView.Of(happened));

    public static LinkView Of(PlannedPhase phase, DateTimeOffset now) => new(phase.Begin.UtcDateTime, "phase", Phase: PhaseView.Of(phase, now));
}

[Description("The call that made something happen.")]
internal sealed record CallerView(
    [property: Description("Its number in the sandbox.")] long Number,
    string Action,
    [property: Description("OK, or the code of the error.")] string Outcome,
    [property: Description("The account that called.")] long AppId,
    [property: Description("Who called; empty for an unsigned call.")] string SecretId,
    string RequestId)
{
    public static CallerView Of(JournalEntry entry, Call call) =>
        new(entry.Number, call.Action.Name, entry.Outcome, entry.AppId, call.SecretId, entry.RequestId.ToString());
}

[Description("A phase of the work on an instance.")]
internal sealed record PhaseView(
    [property: Description("What is done: addresses, power, boot from the network, image, configuration; or the wipe.")]
    [property: Words("network", "power", "pxe", "image", "configure", "wipe")]
    string Name,
    [property: Description("When it was, or is, to begin.")] DateTime PlannedBegin,
    [property: Description("When it was, or is, to end; absent for one that hangs.")] DateTime? PlannedEnd,
    [property: Description("When it began; absent when it has not.")] DateTime? Begin,
    [property: Description("When it ended; absent when it has not.")] DateTime? End)
{
    public static PhaseView Of(PlannedPhase phase, DateTimeOffset now) => new(
        JsonNamingPolicy.CamelCase.ConvertName(phase.Phase.ToString()),
        phase.Begin.UtcDateTime,
        phase.End == PlannedPhase.Never ? null : phase.End.UtcDateTime,
        phase.Begin <= now ? phase.Begin.UtcDateTime : null,
        phase.End <= now ? phase.End.UtcDateTime : null);
}
