using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PublicNetworks;

/// <summary>
/// Deletes a public network instance that has no servers and, when static, no addresses left. https://www.tencentcloud.com/document/api/1230/79087
/// </summary>
internal static partial class DeletePublicNetworkInstance
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("DeletePublicNetworkInstance", "Deletes a public network")
        .String("NetworkInstanceId", Presence.Required, Texts.NetworkId, (request, value) => request.NetworkInstanceId = value)
        .Codes("InternalError", ErrorCodes.InvalidParameter, ErrorCodes.PublicInstanceInUse, ErrorCodes.PublicInstanceNotFound)
        .Example(world => new() { ["NetworkInstanceId"] = world.StaticNetworkId }, ExampleTurn.Last)
        .Build(createValidator: null, Handle, () => DeletePublicNetworkInstanceJson.Default.Response);

    internal sealed record Request
    {
        public string NetworkInstanceId { get; set; } = "";
    }

    internal sealed record Response : ApiResponse;

    private static Response Handle(ActionContext context, Request request)
    {
        context.Execute(new UseCases.PublicNetworks.DeletePublicNetworkInstance(context.AppId, NetworkId.Of(request.NetworkInstanceId)));
        return new Response();
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class DeletePublicNetworkInstanceJson : JsonSerializerContext;
}
