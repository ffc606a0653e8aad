using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PrivateNetworks;

/// <summary>Creates the account's one private network instance of a zone. https://www.tencentcloud.com/document/api/1230/79090</summary>
internal static partial class CreatePrivateNetworkInstance
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("CreatePrivateNetworkInstance", "Creates a private network")
        .String("NetworkInstanceName", Presence.Required, Texts.NetworkName, (request, value) => request.NetworkInstanceName = value)
        .String("ZoneId", Presence.Required, Texts.Zone, (request, value) => request.ZoneId = value)
        .String(
            "Network",
            Presence.Required,
            "First address of the subnet, in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, without the prefix length.",
            (request, value) => request.Network = value)
        .Int64(
            "Mask",
            Presence.Required,
            "Length of the subnet's prefix: from that of the block that it is in to 28.",
            (request, value) => request.Mask = value)
        .Codes(ErrorCodes.PrivateInstanceDuplicate, "InternalError", ErrorCodes.InvalidParameter, ErrorCodes.InvalidNetwork)
        .Example(world => new()
        {
            ["NetworkInstanceName"] = "example",
            ["ZoneId"] = world.NewPrivateZone,
            ["Network"] = world.NewPrivateSubnet,
            ["Mask"] = world.NewPrivateMask,
        })
        .Build(() => new Validator(), Handle, () => CreatePrivateNetworkInstanceJson.Default.Response);

    internal sealed record Request
    {
        public string NetworkInstanceName { get; set; } = "";
        public string ZoneId { get; set; } = "";
        public string Network { get; set; } = "";
        public long Mask { get; set; }
    }

    internal sealed record Response : ApiResponse
    {
        public required string NetworkInstanceId { get; init; }
    }

    private sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.NetworkInstanceName).Name();
    }

    private static Response Handle(ActionContext context, Request request) => new()
    {
        NetworkInstanceId = context.Execute(new UseCases.PrivateNetworks.CreatePrivateNetworkInstance(
            context.AppId, new PrivateNetworkOrder(request.ZoneId, request.NetworkInstanceName, request.Network, request.Mask))).ToString(),
    };

    [JsonSerializable(typeof(Response))]
    private sealed partial class CreatePrivateNetworkInstanceJson : JsonSerializerContext;
}
