using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PrivateNetworks;

/// <summary>Deletes a private network instance that has no servers left. https://www.tencentcloud.com/document/api/1230/79065</summary>
internal static partial class DeletePrivateNetworkInstance
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("DeletePrivateNetworkInstance", "Deletes a private network")
        .String("NetworkInstanceId", Presence.Required, Texts.NetworkId, (request, value) => request.NetworkInstanceId = value)
        .Codes("InternalError", ErrorCodes.InvalidParameter, ErrorCodes.PrivateInstanceInUse, ErrorCodes.PrivateInstanceNotFound)
        .Example(world => new() { ["NetworkInstanceId"] = world.NewPrivateNetworkId }, ExampleTurn.Last)
        .Build(createValidator: null, Handle, () => DeletePrivateNetworkInstanceJson.Default.Response);

    internal sealed record Request
    {
        public string NetworkInstanceId { get; set; } = "";
    }

    internal sealed record Response : ApiResponse;

    private static Response Handle(ActionContext context, Request request)
    {
        context.Execute(new UseCases.PrivateNetworks.DeletePrivateNetworkInstance(context.AppId, NetworkId.Of(request.NetworkInstanceId)));
        return new Response();
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class DeletePrivateNetworkInstanceJson : JsonSerializerContext;
}
