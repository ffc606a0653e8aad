using System.Text.Json;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Events;

namespace EdgeZone.Emulator.Exploring;

/// <summary>Reads from a sandbox what a program did in it.</summary>
internal static class ExploredSandbox
{
    private static readonly string Created = JsonNamingPolicy.CamelCase.ConvertName(nameof(EventKind.InstanceCreated));

    /// <summary>Lets everything that is due be done, and tells what was called and what is held.</summary>
    public static async Task<(IReadOnlyList<ObservedCall> Calls, HeldThings Held)> ObserveAsync(
        ControlConnection control, string sandbox, CancellationToken cancellation)
    {
        var settled = await control.SettleAsync(sandbox, cancellation);
        var calls = Observe(settled.Calls);
        return (calls, Observe(settled.Held, calls));
    }

    private static List<ObservedCall> Observe(CallsView view)
    {
        if (view.Truncated)
        {
            throw new ExplorationException("The program calls more often than Emulator:Sandboxes:Calls remembers.");
        }

        var occurrences = new Dictionary<string, int>(StringComparer.Ordinal);
        var calls = new List<ObservedCall>();
        foreach (var call in view.Calls.Reverse())
        {
            var own = call.Effects.Where(effect => effect.Cause == call.Number).ToList();
            occurrences[call.Action] = occurrences.GetValueOrDefault(call.Action) + 1;
            calls.Add(new ObservedCall(
                call.Number,
                call.Action,
                occurrences[call.Action],
                call.Parameters.GetRawText(),
                call.Outcome,
                own.Count(effect => effect.Kind == Created),
                [.. own.Where(effect => effect.Before is null).Select(effect => effect.Subject)],
                call.Fault is not null));
        }

        return calls;
    }

    private static HeldThings Observe(HeldView held, IReadOnlyList<ObservedCall> calls)
    {
        HeldThing Of(string kind, string id, string? status = null) =>
            new(kind, id, status, calls.FirstOrDefault(call => call.Subjects.Contains(id))?.Number);

        return new HeldThings(
        [
            .. held.Instances.Select(instance => Of(HeldThing.Instance, instance.Id, instance.Status)),
            .. held.PrivateNetworks.Select(network => Of("privateNetwork", network.Id)),
            .. held.PublicNetworks.Select(network => Of("publicNetwork", network.Id)),
            .. held.PublicIps.Select(address => Of(address.Ip.Contains(':', StringComparison.Ordinal) ? "ipv6" : "ipv4", address.Ip)),
        ]);
    }
}
