using System.ComponentModel;
using System.Globalization;
using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Provisioning;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Moves the time of a sandbox forward, so that no test has to wait for a machine.</summary>
internal static class ClockAdvance
{
    // The offset is never left out: there is no time zone that an emulator could assume.
    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    public static void MapAdvance(this IEndpointRouteBuilder control) =>
        control.MapPost("/sandboxes/{name}/clock/advance", PostAsync)
            .Describe(
                ControlTags.World,
                "Moves the clock forward",
                "Takes exactly one of `by`, `to` and `until`. What becomes due on the way happens at its own time, in order, and is listed in the answer. "
                    + "Time never runs backwards. Signatures and the rate limit live in real time and are not moved.")
            .WithJsonBody<ClockMove>("""{"until":"idle"}""")
            .Refuses(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status413PayloadTooLarge);

    private static async Task<Ok<MovedView>> PostAsync(
        [Description(ControlTags.SandboxName)] string name, HttpRequest request, [FromServices] SandboxLookup sandboxes)
    {
        var target = Target(await BodyReader.ReadAsync(request, ControlPlaneJson.Default.ClockMove));
        return TypedResults.Ok(View(await sandboxes.ChangeAsync(name, new UseCases.Clocks.AdvanceClock(target))));
    }

    /// <summary>An instant with its offset.</summary>
    public static bool TryReadInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    private static AdvanceTarget Target(ClockMove move)
    {
        if (new[] { move.By, move.To, move.Until }.Count(member => member is not null) != 1)
        {
            throw ControlProblem.BadField("by", "Exactly one of `by`, `to` and `until` is needed.");
        }

        if (move.Instance is not null && move.Until != "allocated")
        {
            throw ControlProblem.BadField("instance", "`instance` goes only with `until` `allocated`.");
        }

        if (move.By is { } by)
        {
            return AdvanceTarget.By(Span(by));
        }

        if (move.To is { } to)
        {
            return AdvanceTarget.To(Instant(to));
        }

        return move.Until switch
        {
            "idle" => AdvanceTarget.UntilIdle,
            "next" => AdvanceTarget.UntilNextEvent,
            "allocated" when move.Instance is { } instance => AdvanceTarget.UntilInstanceLeavesAllocating(InstanceId.Of(instance)),
            "allocated" => AdvanceTarget.UntilNoneAllocating,
            _ => throw ControlProblem.BadField("until", $"'{move.Until}' is not one of idle, next, allocated."),
        };
    }

    // A bare number would be taken for days; nobody who writes 5 means that.
    private static TimeSpan Span(string text) =>
        text.Count(':') == 2 && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span)
            ? span
            : throw ControlProblem.BadField("by", $"'{text}' is not a duration such as 00:10:00 or 1.00:00:00.");

    private static DateTimeOffset Instant(string text) =>
        TryReadInstant(text, out var instant)
            ? instant
            : throw ControlProblem.BadField("to", $"'{text}' is not an instant such as 2026-11-24T12:00:00Z.");

    private static MovedView View(AdvanceOutcome outcome) => new(
        outcome.From.UtcDateTime,
        outcome.To.UtcDateTime,
        [.. outcome.Events.Select(EventView.Of)],
        outcome.Total,
        outcome.Truncated);
}
