using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PublicIps;

/// <summary>Draws addresses for a static public network instance, all of them or none. https://www.tencentcloud.com/document/api/1230/79091</summary>
internal static partial class ApplyPublicIps
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("ApplyPublicIps", "Applies for public addresses")
        .String("NetworkInstanceId", Presence.Required, "Id of a static public network.", (request, value) => request.NetworkInstanceId = value)
        .Int64("Count", Presence.Required, "How many, 1 to 100.", (request, value) => request.Count = value)
        .String("Type", Presence.Required, "Family of the addresses: ipv4 or ipv6.", (request, value) => request.Type = value)
        .Codes(
            ErrorCodes.NotSupportedForDynamicInstance,
            "InternalError",
            ErrorCodes.InvalidParameter,
            ErrorCodes.QuotaExceeded,
            ErrorCodes.QuotaNotConfigured,
            ErrorCodes.Ipv6QuotaExceeded,
            ErrorCodes.Ipv6QuotaNotConfigured,
            ErrorCodes.PublicIpInsufficient,
            ErrorCodes.PublicIpv6Insufficient)
        .Example(world => new() { ["NetworkInstanceId"] = world.StaticNetworkId, ["Count"] = 1, ["Type"] = "ipv4" })
        .Build(() => new Validator(), Handle, () => ApplyPublicIpsJson.Default.Response);

    internal sealed record Request
    {
        public string NetworkInstanceId { get; set; } = "";
        public long Count { get; set; }
        public string Type { get; set; } = "";
    }

    internal sealed record Response : ApiResponse
    {
        public required IReadOnlyList<string> IpList { get; init; }
    }

    private sealed class Validator : RequestValidator<Request>
    {
        private const int MostAddresses = 100;

        public Validator()
        {
            RuleFor(request => request.Count).InRange(1, MostAddresses);
            RuleFor(request => request.Type).OneOf(IpTypes.IsKnown, IpTypes.Known);
        }
    }

    private static Response Handle(ActionContext context, Request request) => new()
    {
        IpList = context.Execute(new UseCases.PublicIps.ApplyPublicIps(
            context.AppId, NetworkId.Of(request.NetworkInstanceId), request.Count, IpTypes.ToFamily(request.Type))),
    };

    [JsonSerializable(typeof(Response))]
    private sealed partial class ApplyPublicIpsJson : JsonSerializerContext;
}
