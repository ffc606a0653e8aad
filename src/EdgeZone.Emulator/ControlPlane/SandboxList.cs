using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Which worlds there are.</summary>
internal static class SandboxList
{
    public static void MapSandboxes(this IEndpointRouteBuilder control) =>
        control.MapGet("/sandboxes", GetAsync)
            .Describe(
                ControlTags.Sandboxes,
                "Lists the sandboxes",
                "In the order of their names. None goes but one that is deleted, that expires, or by a reset of everything.");

    private static async Task<Ok<SandboxListView>> GetAsync([FromServices] SandboxRegistry sandboxes, [FromServices] EmulatorSettings settings)
    {
        var views = new List<SandboxView>();
        foreach (var name in sandboxes.Names)
        {
            if (sandboxes.TryGet(name, out var sandbox))
            {
                var reading = await sandbox.ExecuteAsync(new UseCases.Clocks.ReadClock());
                views.Add(new SandboxView(name, reading.Clock.Now.UtcDateTime, sandbox.Journal.Calls, sandbox.Expires?.UtcDateTime));
            }
        }

        return TypedResults.Ok(new SandboxListView(views, views.Count, settings.Sandboxes.Maximum));
    }
}
