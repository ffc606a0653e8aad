using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PublicIps;

/// <summary>
/// Gives unbound addresses of a static public network instance back, all of them or none. https://www.tencentcloud.com/document/api/1230/79081
/// </summary>
internal static partial class ReleasePublicIp
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("ReleasePublicIp", "Gives public addresses back")
        .String(
            "NetworkInstanceId",
            Presence.Required,
            "Id of the static public network that they belong to.",
            (request, value) => request.NetworkInstanceId = value)
        .String("Type", Presence.Required, "Family of the addresses: ipv4 or ipv6.", (request, value) => request.Type = value)
        .StringList("IpList", Presence.Required, "Unbound addresses, at least one and at most 100.", (request, value) => request.IpList = value)
        .Codes(
            ErrorCodes.IpStillBoundToServer,
            ErrorCodes.NotSupportedForDynamicInstance,
            "InternalError",
            ErrorCodes.InvalidParameter,
            ErrorCodes.PublicIpNotAvailable,
            ErrorCodes.PublicIpv6NotAvailable,
            ErrorCodes.PublicInstanceNotFound,
            ErrorCodes.PermissionDenied)
        .Example(world => new()
        {
            ["NetworkInstanceId"] = world.StaticNetworkId,
            ["Type"] = "ipv4",
            ["IpList"] = new JsonArray(world.StaticIp),
        })
        .Build(() => new Validator(), Handle, () => ReleasePublicIpJson.Default.Response);

    internal sealed record Request
    {
        public string NetworkInstanceId { get; set; } = "";
        public string Type { get; set; } = "";
        public IReadOnlyList<string> IpList { get; set; } = [];
    }

    internal sealed record Response : ApiResponse;

    private sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Type).OneOf(IpTypes.IsKnown, IpTypes.Known);
            RuleFor(request => request.IpList).AtLeastOne().AtMost100();
        }
    }

    private static Response Handle(ActionContext context, Request request)
    {
        context.Execute(new UseCases.PublicIps.ReleasePublicIps(
            context.AppId, NetworkId.Of(request.NetworkInstanceId), IpTypes.ToFamily(request.Type), request.IpList));
        return new Response();
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class ReleasePublicIpJson : JsonSerializerContext;
}
