using System.Text.Encodings.Web;
using System.Text.Json;
using EdgeZone.Emulator.ControlPlane.Shapes;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Writes a refusal as <c>application/problem+json</c>.</summary>
internal static class ProblemWriter
{
    // Quotation marks in a message stay readable.
    private static readonly ControlPlaneJson Json =
        new(new JsonSerializerOptions(ControlPlaneJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Task WriteAsync(HttpContext context, ControlProblem problem)
    {
        var view = new ProblemView("about:blank", problem.Title, problem.Status, problem.Message, problem.Field);
        var body = JsonSerializer.SerializeToUtf8Bytes(view, Json.ProblemView);
        context.Response.StatusCode = problem.Status;
        context.Response.ContentType = "application/problem+json";
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
