using System.ComponentModel;
using System.Text.Json;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Records;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>The record of a sandbox as a document, and whether it can be played again.</summary>
internal static class Replays
{
    public static void MapReplays(this IEndpointRouteBuilder control)
    {
        control.MapGet("/sandboxes/{name}/journal", GetJournal)
            .Describe(
                ControlTags.Sandboxes,
                "Shows the record of a sandbox",
                "What it began as, and every call and command since, with the answers of calls; passwords and keys are masked. "
                    + "Refused when it no longer reaches back to the beginning.")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        control.MapPost("/replays", PostAsync)
            .Describe(
                ControlTags.Sandboxes,
                "Plays a record again",
                "In a world of its own, which nobody else sees, every call under its number and at its time. "
                    + "Tells the first answer that is another than the recorded one.")
            .WithDocumentBody("A record, as the request for a journal answers it. It may be edited: a call without `answer` is played and not compared.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge);
    }

    private static FileContentHttpResult GetJournal(
        [Description(ControlTags.SandboxName)] string name, [FromServices] SandboxLookup lookup, [FromServices] SandboxFactory sandboxes)
    {
        try
        {
            return TypedResults.Bytes(RecordText.Write(sandboxes.RecordOf(lookup.Find(name))), "application/json");
        }
        catch (RecordCutException cut)
        {
            throw new ControlProblem(409, cut.Message, "name");
        }
    }

    private static async Task<Ok<ReplayView>> PostAsync(HttpRequest request, [FromServices] EmulatorSettings settings)
    {
        try
        {
            var record = RecordText.Read((await BodyReader.ReadDocumentAsync(request, settings.Control)).Span);
            var (calls, difference) = ReplayCheck.Run(record);
            return TypedResults.Ok(new ReplayView(calls, difference is null, difference is null
                ? null
                : new DifferenceView(difference.Number, JsonElement.Parse(difference.Expected.Span), JsonElement.Parse(difference.Found.Span))));
        }
        catch (WorldStateException fault)
        {
            throw ControlProblem.BadField(fault.Path, fault.Message);
        }
    }
}
