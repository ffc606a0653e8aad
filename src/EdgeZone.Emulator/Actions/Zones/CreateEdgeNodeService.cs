using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.Zones;

/// <summary>
/// Switches billing on in a zone, which the first instance there does as well. https://www.tencentcloud.com/document/api/1230/82543
/// </summary>
internal static partial class CreateEdgeNodeService
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("CreateEdgeNodeService", "Switches the edge node service on in a zone")
        .String("Zone", Presence.Required, Texts.Zone, (request, value) => request.Zone = value)
        .Codes(ErrorCodes.FailedOperation, "InternalError", "MissingParameter", ErrorCodes.Zone)
        .Example(world => new() { ["Zone"] = world.Zone })
        .Build(() => new Validator(), Handle, () => CreateEdgeNodeServiceJson.Default.Response);

    internal sealed record Request
    {
        public string Zone { get; set; } = "";
    }

    internal sealed record Response : ApiResponse;

    private sealed class Validator : RequestValidator<Request>
    {
        // This action alone documents the code of a missing parameter as its own: an empty zone is none.
        private static readonly ApiException Missing = ApiErrors.Parameter.Missing("Zone");

        public Validator() : base(Missing.Code) => RuleFor(request => request.Zone).Refused(when: zone => zone.Length == 0, Missing.Message);
    }

    private static Response Handle(ActionContext context, Request request)
    {
        context.Execute(new UseCases.Zones.CreateEdgeNodeService(context.AppId, ZoneCode.Of(request.Zone)));
        return new Response();
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class CreateEdgeNodeServiceJson : JsonSerializerContext;
}
