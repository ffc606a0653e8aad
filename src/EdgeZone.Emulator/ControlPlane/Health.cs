using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>What watches the process asks here; it needs no token and stays when the control plane is switched off.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder control) =>
        control.MapGet("/health", Get)
            .Describe(
                ControlTags.Emulator,
                "Whether calls are answered",
                "200 when the emulator listens, is seeded and can keep what it is to keep, 503 otherwise. Needs no token.")
            .Refuses(StatusCodes.Status503ServiceUnavailable);

    private static Ok<HealthView> Get([FromServices] HealthProbe probe) =>
        probe.Fault is { } fault ? throw new ControlProblem(503, fault) : TypedResults.Ok(new HealthView("ok"));
}
