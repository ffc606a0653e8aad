using System.ComponentModel;
using System.Globalization;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>What happens in a sandbox, as it happens.</summary>
internal static class Events
{
    private const string ContentType = "text/event-stream";

    public static void MapEvents(this IEndpointRouteBuilder control) =>
        control.MapGet("/sandboxes/{name}/events", GetAsync)
            .Describe(
                ControlTags.World,
                "Tells what happens as it happens",
                "Server-sent events, which end when the sandbox is removed or reset: "
                    + "`happened` for each event, then `call` or `command` for what did it or came "
                    + "just after it, a call when its answer was given. Each has an `id`, one greater than the one before, and one JSON object as `data`. "
                    + "Meanwhile things happen when they are due and not only when somebody looks. Who reads too slowly is cut off.")
            .Produces(StatusCodes.Status200OK, contentType: ContentType)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task GetAsync(
        [Description(ControlTags.SandboxName)] string name,
        [Description("Go on behind that id; with one that was never sent, from the oldest event that is kept. Default: only what comes from now on.")]
        [FromHeader(Name = "Last-Event-ID")]
        string? lastEventId,
        HttpContext context,
        [FromServices] SandboxLookup sandboxes,
        [FromServices] EmulatorSettings settings,
        [FromServices] TimeProvider time,
        [FromServices] IHostApplicationLifetime process)
    {
        QueryReader.RequireKnown(context.Request);
        var sandbox = sandboxes.Find(name);
        RequireJournal(sandbox.Journal.Capacity);
        using var listener = sandbox.Journal.Listen(settings.Sandboxes.Listeners, ReadId(lastEventId)) ?? throw TooMany(name, settings.Sandboxes.Listeners);
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, process.ApplicationStopping, listener.CutOff);
            context.Response.ContentType = ContentType;
            context.Response.Headers.CacheControl = "no-store";
            await new EventFeed(sandbox, listener, context.Response.BodyWriter, time).RunAsync(end.Token);
        }
        catch (OperationCanceledException) when (listener.CutOff.IsCancellationRequested)
        {
            // Whoever reads nothing would not come to read the end either.
            context.Abort();
        }
        catch (OperationCanceledException)
        {
            // The listener is gone, or the process is going.
        }
        catch (NotKeptException) when (context.Response.HasStarted)
        {
            // Nothing will be answered any more, so there is nothing to tell.
        }
        finally
        {
            sandbox.Journal.Leave(listener);
        }
    }

    /// <returns>0, the id of nothing, for what is no id.</returns>
    private static long? ReadId(string? lastEventId)
    {
        if (lastEventId is null)
        {
            return null;
        }

        return long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
    }

    private static void RequireJournal(int capacity)
    {
        if (capacity == 0)
        {
            throw new ControlProblem(409, "Nothing can be told where nothing is remembered: Emulator:Sandboxes:Calls is 0.", "name");
        }
    }

    private static ControlProblem TooMany(string name, int most) =>
        new(409, $"There are {most} who listen to sandbox '{name}' already, as many as Emulator:Sandboxes:Listeners allows.", "name");
}
