using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Settings;
using EdgeZone.Emulator.Snapshots;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>A whole sandbox as a document: to look at, to compare, to keep, and to go on from.</summary>
internal static class Snapshots
{
    public static void MapSnapshots(this IEndpointRouteBuilder control)
    {
        control.MapGet("/sandboxes/{name}/snapshot", GetAsync)
            .Describe(ControlTags.Sandboxes, "Writes a sandbox down", "Always in the same order, a member a line, so that two can be compared.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        control.MapPut("/sandboxes/{name}/snapshot", PutAsync)
            .Describe(
                ControlTags.Sandboxes,
                "Lets a sandbox go on from a snapshot",
                "A snapshot that contradicts itself is refused by the place of the fault, and the sandbox stays as it was. Its time goes on where it stood.")
            .WithDocumentBody("A snapshot, as the request with GET answers it.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<FileContentHttpResult> GetAsync([Description(ControlTags.SandboxName)] string name, [FromServices] SandboxLookup sandboxes) =>
        TypedResults.Bytes(SnapshotDocument.Write(await sandboxes.Find(name).SaveAsync(), indented: true), "application/json");

    private static async Task<NoContent> PutAsync(
        [Description(ControlTags.SandboxName)] string name,
        HttpRequest request,
        [FromServices] SandboxLookup sandboxes,
        [FromServices] EmulatorSettings settings)
    {
        try
        {
            await sandboxes.RestoreAsync(name, SnapshotDocument.Read((await BodyReader.ReadDocumentAsync(request, settings.Control)).Span));
            return TypedResults.NoContent();
        }
        catch (WorldStateException fault)
        {
            throw ControlProblem.BadField(fault.Path, fault.Message);
        }
    }
}
