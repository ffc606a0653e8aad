using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.UseCases.Instances;
using EdgeZone.Emulator.Journals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Why an instance is as it is, for somebody whose test found it otherwise.</summary>
internal static class Why
{
    public static void MapWhy(this IEndpointRouteBuilder control) =>
        control.MapGet("/sandboxes/{name}/instances/{id}/why", GetAsync)
            .Describe(
                ControlTags.World,
                "Tells why an instance is as it is",
                "In the order of time: the calls that ordered and changed it, what the order was judged by and what it got, each phase of the work on it, "
                    + "and what happened to it. One that is gone is told as long as the journal remembers it.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

    private static async Task<Ok<WhyView>> GetAsync(
        [Description(ControlTags.SandboxName)] string name,
        [Description("The id of an instance.")] string id,
        HttpRequest request,
        [FromServices] SandboxLookup sandboxes)
    {
        QueryReader.RequireKnown(request);
        var (seen, journal) = await sandboxes.Find(name).ObserveAsync(new ReadPhases(InstanceId.Of(id)));
        var instance = seen.Refusal is null ? seen.Result : null;
        var chain = WhyChain.Of(id, seen.At, instance?.Phases ?? [], journal);
        return instance is not null || chain.IsRemembered
            ? TypedResults.Ok(new WhyView(
                id,
                seen.At.UtcDateTime,
                instance?.Status.Word(),
                chain.IsTruncated,
                chain.Links,
                instance?.Next is { } next ? TimerView.Of(next) : null))
            : throw NotFound(name, id, journal);
    }

    private static ControlProblem NotFound(string name, string id, JournalReading journal) => new(
        404,
        journal.Truncated
            ? $"There is no instance {id} in sandbox '{name}', or it is forgotten: "
                + "Emulator:Sandboxes:Calls and Emulator:Sandboxes:CallsMemory say how many entries are kept."
            : $"There never was an instance {id} in sandbox '{name}'.",
        "id");
}
