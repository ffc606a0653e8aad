using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>What goes wrong by the end of an instance's name.</summary>
internal static class NamedFaultList
{
    public static void MapNamedFaults(this IEndpointRouteBuilder control) => control.MapGet("/named-faults", Get)
        .Describe(
            ControlTags.Faults,
            "Lists what goes wrong by the name of an instance",
            "For those who have no way to the control plane: an `InstanceName` that ends like that makes an order go wrong. "
                + "`Emulator:NamedFaults` turns it off, and in `Strict` it is off.");

    private static Ok<NamedFaultsView> Get([FromServices] EmulatorSettings settings) => TypedResults.Ok(new NamedFaultsView(
        settings.HasNamedFaults(), [.. NamedFault.All.Select(fault => new NamedFaultView(fault.Name, fault.Meaning))]));
}
