using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.Sandboxes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Back to the beginning: a reset world equals a fresh one, its clock, chance and list of calls included.</summary>
internal static class Reset
{
    public static void MapReset(this IEndpointRouteBuilder control)
    {
        control.MapPost("/reset", PostAllAsync)
            .Describe(ControlTags.Sandboxes, "Resets everything", "As a fresh start: only the sandbox `default` exists, with the seed in it.");
        control.MapPost("/sandboxes/{name}/reset", PostOneAsync)
            .Describe(ControlTags.Sandboxes, "Resets a sandbox", "Puts a fresh world in its place. One that does not exist is made.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict);
    }

    private static async Task<NoContent> PostAllAsync([FromServices] SandboxRegistry sandboxes)
    {
        await sandboxes.ResetAllAsync();
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> PostOneAsync([Description(ControlTags.SandboxName)] string name, [FromServices] SandboxLookup sandboxes)
    {
        await sandboxes.ResetAsync(name);
        return TypedResults.NoContent();
    }
}
