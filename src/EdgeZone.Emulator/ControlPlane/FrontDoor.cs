using System.Text;
using EdgeZone.Emulator.Gateway;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>
/// Every path that is not reserved is the API's, and every method on it: a wrong one gets the API's error. Only a person who opens such an
/// address in a browser is led to the page, for whom an error about a missing <c>Timestamp</c> is no answer.
/// </summary>
internal sealed class FrontDoor(EmulatorSettings settings, ApiGateway gateway)
{
    private const string NoPage =
        "This is EdgeZone.Emulator, which answers Tencent Cloud's Edge Zone API at this address.\n"
        + "There is no page to look at: Emulator:Control:Enabled is false.\n";

    public Task HandleAsync(HttpContext context) => IsVisit(context.Request) ? LeadAsync(context) : gateway.HandleAsync(context);

    // Java's own client accepts HTML too; but whoever means the API with a GET has a query or, signed with TC3, headers that say so.
    private static bool IsVisit(HttpRequest request) =>
        request.Method == "GET"
        && !request.QueryString.HasValue
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Authorization.Count == 0
        && !request.Headers.ContainsKey("X-TC-Action");

    private Task LeadAsync(HttpContext context)
    {
        if (settings.Control.Enabled)
        {
            context.Response.Redirect(PageFrom(context));
            return Task.CompletedTask;
        }

        var text = Encoding.UTF8.GetBytes(NoPage);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = text.Length;
        return context.Response.Body.WriteAsync(text, context.RequestAborted).AsTask();
    }

    private string PageFrom(HttpContext context)
    {
        var request = context.Request;
        return settings.Control.Port is { } port && port != context.Connection.LocalPort
            ? $"{request.Scheme}://{new HostString(request.Host.Host, port)}{ControlPaths.Page}"
            : ControlPaths.Page;
    }
}
