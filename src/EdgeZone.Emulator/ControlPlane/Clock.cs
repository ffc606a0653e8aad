using System.ComponentModel;
using System.Globalization;
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

    private static readonly TimeSpan LongestPerDescribe = TimeSpan.FromDays(30);

    public static void MapClock(this IEndpointRouteBuilder control)
    {
        control.MapGet("/sandboxes/{name}/clock", GetAsync)
            .Describe(ControlTags.World, "Shows the clock", "Its mode, its time, and when the next step of provisioning is due.")
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        control.MapPut("/sandboxes/{name}/clock", PutAsync)
            .Describe(
                ControlTags.World,
                "Freezes, scales or frees the clock",
                "The time does not jump, it only passes differently from now on. `scaled` needs a rate, the other modes take none. With `perDescribe`, in any "
                    + "mode, each Describe call first moves the clock by that much, so that a client which polls until its machine runs is done at once. "
                    + "What is absent stays as it is.")
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
        return TypedResults.Ok(View(await sandboxes.ChangeAsync(name, Command(change))));
    }

    private static UseCases.Clocks.SetClock Command(ClockChange change)
    {
        var perDescribe = change.PerDescribe is { } text ? PerDescribe(text) : (TimeSpan?)null;
        var keepsMode = perDescribe is not null && change.Mode is null && change.Rate is null;
        return new UseCases.Clocks.SetClock(keepsMode ? null : ModeOf(change.Mode, change.Rate, "mode", "rate"), change.Rate, perDescribe);
    }

    private static TimeSpan PerDescribe(string text) =>
        text.Count(character => character == ':') == 2
            && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span)
            && span >= TimeSpan.Zero
            && span <= LongestPerDescribe
            ? span
            : throw ControlProblem.BadField("perDescribe", $"'{text}' is not a duration from 00:00:00 to {LongestPerDescribe:c}, such as 00:00:30.");

    /// <summary>The mode that is meant.</summary>
    /// <exception cref="ControlProblem">There is no such mode, or the rate does not go with it.</exception>
    public static ClockMode ModeOf(string? word, double? rate, string modeField, string rateField)
    {
        var mode = word switch
        {
            "real" => ClockMode.Real,
            "frozen" => ClockMode.Frozen,
            "scaled" => ClockMode.Scaled,
            null => throw ControlProblem.BadField(modeField, $"The member `{modeField}` is missing."),
            _ => throw ControlProblem.BadField(modeField, $"The mode '{word}' is not one of real, frozen, scaled."),
        };
        if (rate > FastestRate)
        {
            throw ControlProblem.BadField(rateField, $"The rate {rate} is above {FastestRate}.");
        }

        return mode;
    }

    /// <summary>What a clock shows.</summary>
    public static ClockView View(UseCases.Clocks.ClockReading reading) => new(
        reading.Clock.Mode.ToString().ToLowerInvariant(),
        reading.Clock.Rate,
        reading.Clock.Now.UtcDateTime,
        reading.Clock.PerDescribe > TimeSpan.Zero ? reading.Clock.PerDescribe.ToString("c", CultureInfo.InvariantCulture) : null,
        reading.NextDue?.UtcDateTime);
}
