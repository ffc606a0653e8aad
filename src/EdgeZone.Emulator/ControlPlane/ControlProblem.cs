using EdgeZone.Emulator.Domain.Errors;
using Microsoft.AspNetCore.WebUtilities;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>A request to the control plane that is refused. https://www.rfc-editor.org/rfc/rfc9457</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="detail">One sentence that says what is wrong.</param>
/// <param name="field">The member, parameter or path segment that is wrong, where one is to blame.</param>
internal sealed class ControlProblem(int status, string detail, string? field = null) : Exception(detail)
{
    public int Status => status;

    public string Title => ReasonPhrases.GetReasonPhrase(status);

    public string? Field { get; } = field;

    public static ControlProblem Of(ControlException fault) => new(fault.IsNotFound ? 404 : fault.IsConflict ? 409 : 400, fault.Message, Spell(fault.Field));

    public static ControlProblem BadField(string field, string detail) => new(400, detail, field);

    public static ControlProblem NotKept(Exception fault) =>
        new(503, $"Nothing can be kept, so nothing is acknowledged until the emulator is started again: {fault.Message}");

    public static ControlProblem Defect() => new(500, "The emulator failed by a defect of its own; its log tells more.");

    public static ControlProblem ApiNotOnThisPort(HttpContext context) =>
        new(404, $"The API is not served on port {context.Connection.LocalPort}, which Emulator:Control:Port gave to the control plane.");

    /// <summary>What routing left unanswered; null when somebody answered.</summary>
    public static ControlProblem? OfUnmatched(HttpContext context) => context.Response switch
    {
        { StatusCode: 404, ContentType: null } => new(404, $"There is nothing at {context.Request.Path}."),
        { StatusCode: 405, ContentType: null } response => new(
            405, $"{context.Request.Path} does not take {context.Request.Method}, only {response.Headers.Allow}."),
        { StatusCode: >= 400, ContentType: null } response => new(response.StatusCode, "The request cannot be understood."),
        _ => null,
    };

    // The engine speaks of instances as the rest of its interface does; a request to the control plane has shorter names for the two.
    private static string Spell(string field) => field switch
    {
        "instanceId" => "instance",
        "instanceType" => "type",
        _ => field,
    };
}
