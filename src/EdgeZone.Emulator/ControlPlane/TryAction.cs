using EdgeZone.Emulator.Gateway;
using Microsoft.AspNetCore.Mvc;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>
/// Runs an action as an unsigned call into the default sandbox, for a page that cannot sign. The document lists it once for each action, with
/// the action's own shapes, instead of once with none.
/// </summary>
internal static class TryAction
{
    public static void MapTryAction(this IEndpointRouteBuilder control) =>
        control.MapPost("/actions/{action}", PostAsync).ExcludeFromDescription();

    private static Task PostAsync(string action, HttpContext context, [FromServices] ApiGateway gateway) =>
        gateway.HandleUnsignedAsync(context, action);
}
