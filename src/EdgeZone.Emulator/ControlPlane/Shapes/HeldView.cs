using System.ComponentModel;
using System.Text.Json;
using EdgeZone.Emulator.Domain.Provisioning;

namespace EdgeZone.Emulator.ControlPlane.Shapes;

/// <summary>What was taken since the sandbox began, was forked or was restored, and is not given back.</summary>
internal sealed record HeldView(
    [property: Description("Instances that were not terminated.")] IReadOnlyList<HeldInstance> Instances,
    [property: Description("Addresses that were applied for and not released.")] IReadOnlyList<HeldAddress> PublicIps,
    IReadOnlyList<HeldNetwork> PrivateNetworks,
    IReadOnlyList<HeldNetwork> PublicNetworks,
    [property: Description("Work that was begun and is not done.")] IReadOnlyList<TimerView> Pending);

/// <summary>An instance that is held.</summary>
internal sealed record HeldInstance(string Id, string Name, string Status, long AppId, string Zone, DateTime CreatedTime);

/// <summary>An address that is held.</summary>
internal sealed record HeldAddress(string Ip, string NetworkId, long AppId, DateTime CreatedAt);

/// <summary>A network that is held.</summary>
internal sealed record HeldNetwork(string Id, string Name, long AppId, string Zone, DateTime CreatedAt);

/// <summary>What is due when, in order.</summary>
internal sealed record TimersView(
    [property: Description("The sandbox's time, UTC.")] DateTime Now,
    [property: Description("How many calls there have ever been.")] long Calls,
    [property: Description("How many of them are not answered yet.")] int UnderWay,
    IReadOnlyList<TimerView> Timers);

/// <summary>Work that will be done when it is due.</summary>
internal sealed record TimerView(
    [property: Description("When, in the sandbox's time, UTC.")] DateTime Due,
    [property: Description("assignAddresses, installSystem or wipeDisks.")] string Step,
    string InstanceId)
{
    public static TimerView Of(ScheduledStep step) =>
        new(step.Due.UtcDateTime, JsonNamingPolicy.CamelCase.ConvertName(step.Step.ToString()), step.InstanceId.ToString());
}
