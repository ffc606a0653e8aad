using System.ComponentModel;
using System.Text.Json;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

[Description("What was taken since the sandbox began, was forked or was restored, and is not given back.")]
internal sealed record HeldView(
    [property: Description("Instances that were not terminated.")] IReadOnlyList<HeldInstance> Instances,
    [property: Description("Addresses that were applied for and not released.")] IReadOnlyList<HeldAddress> PublicIps,
    IReadOnlyList<HeldNetwork> PrivateNetworks,
    IReadOnlyList<HeldNetwork> PublicNetworks,
    [property: Description("Work that was begun and is not done.")] IReadOnlyList<TimerView> Pending,
    [property: Description("Work that was begun and never ends, because a fault rule said so.")] IReadOnlyList<HangingView> Hanging);

[Description("An instance that is held.")]
internal sealed record HeldInstance(string Id, string Name, string Status, long AppId, string Zone, DateTime CreatedTime);

[Description("An address that is held.")]
internal sealed record HeldAddress(string Ip, string NetworkId, long AppId, DateTime CreatedAt);

[Description("A network that is held.")]
internal sealed record HeldNetwork(string Id, string Name, long AppId, string Zone, DateTime CreatedAt);

[Description("What is due when, in order.")]
internal sealed record TimersView(
    [property: Description("The sandbox's time, UTC.")] DateTime Now,
    [property: Description("How many calls there have ever been.")] long Calls,
    [property: Description("How many of them are not answered yet.")] int UnderWay,
    IReadOnlyList<TimerView> Timers,
    [property: Description("Work that is never done, because a fault rule said so.")] IReadOnlyList<HangingView> Hanging);

[Description("Work on an instance that never ends.")]
internal sealed record HangingView(
    string InstanceId,
    [property: Description("The phase that never ends."), Words("network", "power", "pxe", "image", "configure", "wipe")] string Phase,
    [property: Description("When it began, or will, in the sandbox's time, UTC.")] DateTime Since,
    [property: Description("The rule that said so.")] string Rule)
{
    public static IReadOnlyList<HangingView> Of(WorldState state) =>
        [.. (state.Faults?.Work ?? []).Where(work => work.Fault.Hangs).Select(work => Of(work.InstanceId.ToString(), work.Fault))];

    private static HangingView Of(string id, WorkFault fault) => new(
        id,
        fault.Phase.Word(),
        ProvisioningPhases.Of(fault.Step, fault.HangsFrom!.Value, fault.HangsTo!.Value, fault)[^1].Begin.UtcDateTime,
        fault.Rule);
}

[Description("Work that will be done when it is due.")]
internal sealed record TimerView(
    [property: Description("When, in the sandbox's time, UTC.")] DateTime Due,
    [property: Description("assignAddresses, installSystem or wipeDisks; rivalGivesBack for what somebody else took.")] string Step,
    [property: Description("The instance that it is done to; absent for a rival.")] string? InstanceId)
{
    private const string RivalGivesBack = "rivalGivesBack";

    /// <summary>All that is due, in order.</summary>
    public static IReadOnlyList<TimerView> AllOf(WorldState state) =>
    [
        .. state.Pending.Select(Of)
            .Concat(
                (state.Faults?.Rivals ?? [])
                    .Where(rival => rival.Due is not null)
                    .Select(rival => new TimerView(rival.Due!.Value.UtcDateTime, RivalGivesBack, null)))
            .OrderBy(timer => timer.Due),
    ];

    public static TimerView Of(ScheduledStep step) =>
        new(step.Due.UtcDateTime, JsonNamingPolicy.CamelCase.ConvertName(step.Step.ToString()), step.InstanceId.ToString());
}
