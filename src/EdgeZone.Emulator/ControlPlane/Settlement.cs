using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Provisioning;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>The end of a test in one request: who judges many runs would send three for each.</summary>
internal static class Settlement
{
    public static void MapSettlement(this IEndpointRouteBuilder control) =>
        control.MapPost("/sandboxes/{name}/settlement", PostAsync)
            .Describe(
                ControlTags.World,
                "Settles the sandbox",
                "Moves its clock until nothing is due any more, and then tells what was called and what is held: all that is needed to judge a test.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

    private static async Task<Ok<SettledView>> PostAsync([Description(ControlTags.SandboxName)] string name, [FromServices] SandboxLookup sandboxes)
    {
        var sandbox = sandboxes.Find(name);
        await sandbox.ExecuteAsync(new UseCases.Clocks.AdvanceClock(AdvanceTarget.UntilIdle));
        var state = await sandbox.SaveAsync();
        var (journal, reading) = (sandbox.Journal, sandbox.Journal.Read());
        return TypedResults.Ok(new SettledView(
            CallsView.Of(journal, reading, reading.Entries.Where(entry => entry.Call is not null)), Held.Since(sandbox, state)));
    }
}
