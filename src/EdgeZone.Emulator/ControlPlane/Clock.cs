using System.ComponentModel;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>How the time of a sandbox passes.</summary>
internal static class Clock
{
    private const double FastestRate = 1_000_000;

    public static void MapClock(this IEndpointRouteBuilder control)
    {
        control.MapGet("/sandboxes/{name}/clock", GetAsync)
            .Describe(ControlTags.World, "Shows the clock", "Its mode, its time, and when the next step of provisioning is due.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        control.MapPut("/sandboxes/{name}/clock", PutAsync)
            .Describe(
                ControlTags.World,
                "Freezes, scales or frees the clock",
                "The time does not jump, it only passes differently from now on. `scaled` needs a rate, the other modes take none.")
            .WithJsonBody<ClockChange>("""{"mode":"frozen"}""")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge);
        control.MapAdvance();
    }

    private static async Task<Ok<ClockView>> GetAsync([Description(ControlTags.SandboxName)] string name, [FromServices] SandboxLookup sandboxes) =>
        TypedResults.Ok(View(await sandboxes.AskAsync(name, new UseCases.Clocks.ReadClock())));

    private static async Task<Ok<ClockView>> PutAsync(
        [Description(ControlTags.SandboxName)] string name, HttpRequest request, [FromServices] SandboxLookup sandboxes)
    {
        var change = await BodyReader.ReadAsync(request, ControlPlaneJson.Default.ClockChange);
        var mode = ModeOf(change, "mode", "rate");
        return TypedResults.Ok(View(await sandboxes.ChangeAsync(name, new UseCases.Clocks.SetClock(mode, change.Rate))));
    }

    /// <summary>The mode that is meant.</summary>
    /// <exception cref="ControlProblem">There is no such mode, or the rate does not go with it.</exception>
    public static ClockMode ModeOf(ClockChange change, string modeField, string rateField)
    {
        var mode = change.Mode switch
        {
            "real" => ClockMode.Real,
            "frozen" => ClockMode.Frozen,
            "scaled" => ClockMode.Scaled,
            null => throw ControlProblem.BadField(modeField, $"The member `{modeField}` is missing."),
            _ => throw ControlProblem.BadField(modeField, $"The mode '{change.Mode}' is not one of real, frozen, scaled."),
        };
        if (change.Rate > FastestRate)
        {
            throw ControlProblem.BadField(rateField, $"The rate {change.Rate} is above {FastestRate}.");
        }

        return mode;
    }

    private static ClockView View(UseCases.Clocks.ClockReading reading) => new(
        reading.Clock.Mode.ToString().ToLowerInvariant(), reading.Clock.Rate, reading.Clock.Now.UtcDateTime, reading.NextDue?.UtcDateTime);
}
