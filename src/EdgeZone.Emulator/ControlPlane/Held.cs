using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Provisioning;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Sandboxes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>What a client has taken and not given back, and what is still to come.</summary>
internal static class Held
{
    public static void MapHeld(this IEndpointRouteBuilder control)
    {
        control.MapGet("/sandboxes/{name}/held", GetHeldAsync)
            .Describe(
                ControlTags.World,
                "Lists what is held",
                "What was taken since the sandbox began, was forked or was restored, and is not given back; empty lists when all is well.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        control.MapGet("/sandboxes/{name}/timers", GetTimersAsync)
            .Describe(
                ControlTags.World,
                "Lists what is due when",
                "In the order in which it will be done; and what else can happen by itself: the calls that are not answered yet.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<HeldView>> GetHeldAsync([Description(ControlTags.SandboxName)] string name, [FromServices] SandboxLookup sandboxes)
    {
        var sandbox = sandboxes.Find(name);
        return TypedResults.Ok(Since(sandbox, await sandbox.SaveAsync()));
    }

    private static async Task<Ok<TimersView>> GetTimersAsync([Description(ControlTags.SandboxName)] string name, [FromServices] SandboxLookup sandboxes)
    {
        var sandbox = sandboxes.Find(name);
        var state = await sandbox.SaveAsync();
        return TypedResults.Ok(new TimersView(
            state.Clock.Now.UtcDateTime, sandbox.Journal.Calls, sandbox.UnderWay.Count, TimerView.AllOf(state), HangingView.Of(state)));
    }

    /// <summary>What a sandbox has taken since its beginning.</summary>
    public static HeldView Since(Sandbox sandbox, WorldState now)
    {
        var before = Things(sandbox.Beginning.State, now.Seed);
        HashSet<ScheduledStep> pending = [.. sandbox.Beginning.State?.Pending ?? []];
        return new HeldView(
            [
                .. now.Instances
                    .Where(instance => instance.Status != InstanceStatus.Terminating && !before.Contains(instance.InstanceId.ToString()))
                    .Select(instance => new HeldInstance(
                        instance.InstanceId.ToString(),
                        instance.Name,
                        instance.Status.Word(),
                        instance.AppId,
                        instance.Zone.ToString(),
                        instance.CreatedTime.UtcDateTime)),
            ],
            [
                .. now.PublicNetworks.SelectMany(network => network.Applied
                    .Where(address => !before.Contains(address.Ip))
                    .Select(address => new HeldAddress(address.Ip, network.Id.ToString(), network.AppId, address.CreatedAt.UtcDateTime))),
            ],
            [
                .. now.PrivateNetworks
                    .Where(network => !before.Contains(network.Id.ToString()))
                    .Select(network => new HeldNetwork(
                        network.Id.ToString(), network.Name, network.AppId, network.Zone.ToString(), network.CreatedAt.UtcDateTime)),
            ],
            [
                .. now.PublicNetworks
                    .Where(network => !before.Contains(network.Id.ToString()))
                    .Select(network => new HeldNetwork(
                        network.Id.ToString(), network.Order.Name, network.AppId, network.Order.Zone, network.CreatedAt.UtcDateTime)),
            ],
            [.. now.Pending.Where(step => !pending.Contains(step)).Select(TimerView.Of)],
            HangingView.Of(now));
    }

    // Ids of instances and networks and the texts of addresses never look alike.
    private static HashSet<string> Things(WorldState? beginning, WorldSeed seed) => beginning is null
        ?
        [
            .. seed.PrivateNetworks.Select(network => network.Id.ToString()),
            .. seed.PublicNetworks.Select(network => network.Id.ToString()),
            .. seed.PublicNetworks.SelectMany(network => network.Ips),
        ]
        :
        [
            .. beginning.Instances.Select(instance => instance.InstanceId.ToString()),
            .. beginning.PrivateNetworks.Select(network => network.Id.ToString()),
            .. beginning.PublicNetworks.Select(network => network.Id.ToString()),
            .. beginning.PublicNetworks.SelectMany(network => network.Applied).Select(address => address.Ip),
        ];
}
