using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Journals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Who called what, and what came of it, for a test that wants to know what its subject really sent.</summary>
internal static class Calls
{
    public static void MapCalls(this IEndpointRouteBuilder control)
    {
        control.MapGet("/sandboxes/{name}/calls", GetAll)
            .Describe(
                ControlTags.Sandboxes,
                "Lists the latest calls",
                "The newest first; every filter must hold. Passwords and keys among the parameters are masked. Commands of the control plane take numbers "
                    + "from the same row; they are in the journal.")
            .WithWholeNumberParameter("limit")
            .WithWholeNumberParameter("after")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        control.MapGet("/sandboxes/{name}/calls/{number}", GetOne)
            .Describe(ControlTags.Sandboxes, "Shows a call", "With the whole request and the whole answer.")
            .WithExamples(("number", "1"))
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static Ok<CallsView> GetAll(
        [Description(ControlTags.SandboxName)] string name,
        [Description("Only calls of that action.")] string? action,
        [Description("Only calls with that outcome: OK, or the code of an error.")] string? outcome,
        [Description("Only calls of that caller.")] string? secretId,
        [Description("Only the call with that id.")] string? requestId,
        [Description("Only calls with a greater number.")] string? after,
        [Description("How many at the most, 1 or more. Default all that are remembered.")] string? limit,
        HttpRequest request,
        [FromServices] SandboxLookup sandboxes)
    {
        QueryReader.RequireKnown(request, "action", "outcome", "secretId", "requestId", "after", "limit");
        var most = (int)(QueryReader.WholeNumber("limit", limit, least: 1, int.MaxValue) ?? int.MaxValue);
        var beyond = QueryReader.WholeNumber("after", after, least: 0) ?? 0;
        var journal = sandboxes.Find(name).Journal;
        var reading = journal.Read();
        var calls = reading.Entries
            .TakeWhile(entry => entry.Number == 0 || entry.Number > beyond)
            .Where(entry => entry.Call is { } call
                && (action is null || call.Action.Name == action)
                && (outcome is null || entry.Outcome == outcome)
                && (secretId is null || call.SecretId == secretId)
                && (requestId is null || entry.RequestId.ToString() == requestId))
            .Take(most);
        return TypedResults.Ok(CallsView.Of(journal, reading, calls));
    }

    private static Ok<CallDetails> GetOne(
        [Description(ControlTags.SandboxName)] string name,
        [Description("The number of a call.")] string number,
        HttpRequest request,
        [FromServices] SandboxLookup sandboxes)
    {
        QueryReader.RequireKnown(request);
        var wanted = QueryReader.WholeNumber("number", number, least: 1)!.Value;
        var reading = sandboxes.Find(name).Journal.Read();
        var entry = reading.Entries.FirstOrDefault(entry => entry.Number == wanted) ?? throw NotKept(wanted, reading);
        return entry.Call is null
            ? throw new ControlProblem(404, $"Number {wanted} is no call but a command of the control plane; it is in the journal.", "number")
            : TypedResults.Ok(CallDetails.Of(entry));
    }

    private static ControlProblem NotKept(long number, JournalReading reading)
    {
        var last = reading.Newest?.Number ?? 0;
        return new ControlProblem(
            404,
            reading.Truncated && number <= last
                ? $"Call {number} is forgotten: Emulator:Sandboxes:Calls and Emulator:Sandboxes:CallsMemory say how many are kept."
                : $"There is no call {number}.",
            "number");
    }
}
