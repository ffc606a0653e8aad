using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Journals;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Calls that reached no sandbox, for whoever writes a client and wants to know why.</summary>
internal static class Refused
{
    public static void MapRefused(this IEndpointRouteBuilder control) =>
        control.MapGet("/refused", Get)
            .Describe(
                ControlTags.Emulator,
                "Lists the latest calls that reached no sandbox",
                "The newest first. Of a refused signature it shows the canonical request and the string to sign as they were expected, secrets masked, "
                    + "and what else would have been accepted. The right signature is a secret too and is never shown.");

    private static Ok<RefusedView> Get([FromServices] RefusedCalls refusals, [FromServices] EmulatorSettings settings)
    {
        var (latest, total) = refusals.Read();
        return TypedResults.Ok(new RefusedView([.. latest.Select(View)], total, settings.Control.Refused));
    }

    private static RefusedCallView View(RefusedCall call) => new(
        call.At.UtcDateTime,
        call.Action,
        call.Method,
        call.Host,
        call.LeadsTo,
        call.Error.Code,
        call.Error.Message,
        call.RequestId,
        call.Explanation is { } explanation
            ? new ExplanationView(
                explanation.CanonicalRequest,
                explanation.StringToSign,
                [.. explanation.AlsoAccepted.Select(variant => new VariantView(variant.Meaning, variant.FirstDifference))])
            : null);
}
