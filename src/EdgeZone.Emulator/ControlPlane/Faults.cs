using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Faults;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>What shall go wrong in a sandbox.</summary>
internal static class Faults
{
    private const string All = "/sandboxes/{name}/faults";
    private const string One = All + "/{id}";
    private const string IdText = "The rule's id.";
    private const string Example =
        """{"name":"third-dies","match":{"action":"CreateInstances","index":3},"then":{"provisioning":{"phase":"pxe","outcome":"fails"}}}""";
    private const string Replacement = """{"match":{"action":"CreateInstances"},"then":{"error":{"code":"InternalError"}}}""";

    public static void MapFaults(this IEndpointRouteBuilder control)
    {
        control.MapGet(All, ListAsync)
            .Describe(ControlTags.Faults, "Lists the fault rules", "In the order in which they are judged, with how often each was hit and fired.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        control.MapPost(All, PostAsync)
            .Describe(
                ControlTags.Faults,
                "Adds a fault rule",
                "Behind the others: they are judged in their order, and the first that fires wins, while delays add up. What it says is checked as a whole.")
            .WithJsonBody<FaultSpec>(Example)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge);
        control.MapDelete(All, ClearAsync)
            .Describe(ControlTags.Faults, "Removes all fault rules", "What they have done stays done.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        control.MapGet(One, GetAsync)
            .Describe(ControlTags.Faults, "Shows a fault rule", "As it was understood, with how often it was hit and fired.")
            .WithExamples(("id", "third-dies"))
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        control.MapPut(One, PutAsync)
            .Describe(ControlTags.Faults, "Replaces a fault rule", "Another one takes its place and its name; it has not been hit yet.")
            .WithExamples(("id", "third-dies"))
            .WithJsonBody<FaultSpec>(Replacement)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge);
        control.MapDelete(One, DeleteAsync)
            .Describe(ControlTags.Faults, "Removes a fault rule", "What it has done stays done.")
            .WithExamples(("id", "third-dies"))
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<FaultListView>> ListAsync(
        [Description(ControlTags.SandboxName)] string name,
        [Description("Only those that are required to fire, or only the others.")] string? required,
        [Description("Only those that have fired, or only the others.")] string? fired,
        HttpRequest request,
        [FromServices] SandboxLookup sandboxes,
        [FromServices] EmulatorSettings settings)
    {
        QueryReader.RequireKnown(request, "required", "fired");
        var (onlyRequired, onlyFired) = (QueryReader.Flag("required", required), QueryReader.Flag("fired", fired));
        var all = await sandboxes.AskAsync(name, new UseCases.Faults.ReadFaults());
        var listed = all.Where(reading =>
            (onlyRequired is null || reading.Rule.Required == onlyRequired) && (onlyFired is null || reading.Counts.Fired > 0 == onlyFired));
        return TypedResults.Ok(new FaultListView([.. listed.Select(View)], all.Count, settings.Sandboxes.Faults));
    }

    private static async Task<Created<FaultView>> PostAsync(
        [Description(ControlTags.SandboxName)] string name,
        HttpRequest request,
        [FromServices] SandboxLookup sandboxes,
        [FromServices] EmulatorSettings settings)
    {
        var rule = await FaultReader.ReadAsync(request, settings.Sandboxes.FaultDelay);
        var added = View(await sandboxes.ChangeAsync(name, new UseCases.Faults.AddFault(rule)));
        return TypedResults.Created($"{ControlPaths.Root}/sandboxes/{Uri.EscapeDataString(name)}/faults/{Uri.EscapeDataString(added.Id)}", added);
    }

    private static async Task<NoContent> ClearAsync([Description(ControlTags.SandboxName)] string name, [FromServices] SandboxLookup sandboxes)
    {
        await sandboxes.AskAsync(name, new UseCases.Faults.ClearFaults());
        return TypedResults.NoContent();
    }

    private static async Task<Ok<FaultView>> GetAsync(
        [Description(ControlTags.SandboxName)] string name, [Description(IdText)] string id, [FromServices] SandboxLookup sandboxes) =>
        TypedResults.Ok(View(await sandboxes.AskAsync(name, new UseCases.Faults.ReadFault(id))));

    private static async Task<Ok<FaultView>> PutAsync(
        [Description(ControlTags.SandboxName)] string name,
        [Description(IdText)] string id,
        HttpRequest request,
        [FromServices] SandboxLookup sandboxes,
        [FromServices] EmulatorSettings settings)
    {
        var rule = await FaultReader.ReadAsync(request, settings.Sandboxes.FaultDelay);
        return rule.Id.Length == 0 || rule.Id == id
            ? TypedResults.Ok(View(await sandboxes.ChangeAsync(name, new UseCases.Faults.ReplaceFault(rule with { Id = id }))))
            : throw ControlProblem.BadField("name", $"The rule '{id}' cannot be named '{rule.Id}'; a rule keeps its name.");
    }

    private static async Task<NoContent> DeleteAsync(
        [Description(ControlTags.SandboxName)] string name, [Description(IdText)] string id, [FromServices] SandboxLookup sandboxes)
    {
        await sandboxes.AskAsync(name, new UseCases.Faults.RemoveFault(id));
        return TypedResults.NoContent();
    }

    private static FaultView View(FaultReading reading) => FaultView.Of(reading, FaultReader.WarningsOf(reading.Rule));
}
