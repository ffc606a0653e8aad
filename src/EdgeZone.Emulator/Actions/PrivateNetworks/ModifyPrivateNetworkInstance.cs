using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PrivateNetworks;

/// <summary>Renames a private network instance; nothing else of it can change. https://www.tencentcloud.com/document/api/1230/79065</summary>
internal static partial class ModifyPrivateNetworkInstance
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("ModifyPrivateNetworkInstance", "Renames a private network")
        .String("NetworkInstanceId", Presence.Required, Texts.NetworkId, (request, value) => request.NetworkInstanceId = value)
        .String("NetworkInstanceName", Presence.Required, Texts.NetworkName, (request, value) => request.NetworkInstanceName = value)
        .Codes("InternalError", ErrorCodes.InvalidParameter, ErrorCodes.PrivateInstanceNotFound)
        .Example(world => new() { ["NetworkInstanceId"] = world.PrivateNetworkId, ["NetworkInstanceName"] = "renamed" })
        .Build(() => new Validator(), Handle, () => ModifyPrivateNetworkInstanceJson.Default.Response);

    internal sealed record Request
    {
        public string NetworkInstanceId { get; set; } = "";
        public string NetworkInstanceName { get; set; } = "";
    }

    internal sealed record Response : ApiResponse;

    private sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.NetworkInstanceName).Name();
    }

    private static Response Handle(ActionContext context, Request request)
    {
        context.Execute(new UseCases.PrivateNetworks.ModifyPrivateNetworkInstance(
            context.AppId, NetworkId.Of(request.NetworkInstanceId), request.NetworkInstanceName));
        return new Response();
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class ModifyPrivateNetworkInstanceJson : JsonSerializerContext;
}
