using System.ComponentModel;
using System.Globalization;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Sandboxes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Who called what, for a test that wants to know what its subject really sent.</summary>
internal static class Calls
{
    private const string Success = "OK";

    public static void MapCalls(this IEndpointRouteBuilder control) =>
        control.MapGet("/sandboxes/{name}/calls", Get)
            .Describe(ControlTags.Sandboxes, "Lists the latest calls", "The newest first. Passwords and keys among the parameters are masked.")
            .WithWholeNumberParameter("limit")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

    private static Ok<CallsView> Get(
        [Description(ControlTags.SandboxName)] string name,
        [Description("How many at the most, 1 or more. Default all that are remembered.")] string? limit,
        [FromServices] SandboxLookup sandboxes)
    {
        var most = Limit(limit);
        var log = sandboxes.Find(name).Calls;
        var (latest, remembered, total) = log.Read(most);
        return TypedResults.Ok(new CallsView([.. latest.Select(View)], total, log.Capacity, remembered < total));
    }

    private static int Limit(string? text)
    {
        if (text is null)
        {
            return int.MaxValue;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1
            ? limit
            : throw ControlProblem.BadField("limit", $"The limit '{text}' is not a whole number from 1 to {int.MaxValue}.");
    }

    private static CallView View(CallRecord call) => new(
        call.At.UtcDateTime,
        call.Action,
        call.SecretId,
        call.Parameters.Text,
        call.ErrorCode ?? Success,
        call.ErrorMessage,
        Math.Round(call.Elapsed.TotalMilliseconds, 3),
        call.RequestId);
}
