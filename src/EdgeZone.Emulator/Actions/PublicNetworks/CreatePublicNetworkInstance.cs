using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PublicNetworks;

/// <summary>
/// Creates the account's one public network instance of a zone. https://www.tencentcloud.com/document/api/1230/79089,
/// newer: https://cloud.tencent.com/document/product/1379/138322
/// </summary>
internal static partial class CreatePublicNetworkInstance
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("CreatePublicNetworkInstance", "Creates a public network")
        .String("ZoneId", Presence.Required, Texts.Zone, (request, value) => request.ZoneId = value)
        .String("NetworkInstanceName", Presence.Required, Texts.NetworkName, (request, value) => request.NetworkInstanceName = value)
        .String("Line", Presence.Required, "Name of the line, 1 to 32 characters long, such as BGP.", (request, value) => request.Line = value)
        .String("RouteMode", Presence.Required, "static, bgp or ospf.", (request, value) => request.RouteMode = value)
        .Int64("Bandwidth", Presence.Optional, "Mbit/s, at least 1. Default: none is shown.", (request, value) => request.Bandwidth = value)
        .Int64("BgpAsNumber", Presence.Newer, "1 to 4294967295; only with RouteMode bgp.", (request, value) => request.BgpAsNumber = value)
        .String("BgpPassword", Presence.Newer, "Password of the BGP session. Never shown.", (_, _) => { }, secret: true)
        .String("InstanceType", Presence.Newer, "Only standard: a custom network cannot be created yet.", (request, value) => request.InstanceType = value)
        .Codes(
            ErrorCodes.PublicInstanceDuplicate,
            ErrorCodes.InvalidParameter,
            ErrorCodes.InvalidQuota,
            ErrorCodes.QuotaNotConfigured,
            ErrorCodes.NoAvailableCidr,
            ErrorCodes.ZoneNotFound)
        .Example(world => new()
        {
            ["ZoneId"] = world.StaticZone,
            ["NetworkInstanceName"] = "example",
            ["Line"] = "BGP",
            ["RouteMode"] = "static",
            ["Bandwidth"] = 100,
        })
        .Build(() => new Validator(), Handle, () => CreatePublicNetworkInstanceJson.Default.Response);

    internal sealed record Request
    {
        public string ZoneId { get; set; } = "";
        public string NetworkInstanceName { get; set; } = "";
        public string Line { get; set; } = "";
        public string RouteMode { get; set; } = "";
        public long? Bandwidth { get; set; }
        public long? BgpAsNumber { get; set; }
        public string? InstanceType { get; set; }
    }

    internal sealed record Response : ApiResponse
    {
        public required string NetworkInstanceId { get; init; }
    }

    private sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.NetworkInstanceName).Name();
            RuleFor(request => request.Line).Characters(1, Rules.LongestLine);
            RuleFor(request => request.RouteMode).OneOf(RouteModes.IsKnown, RouteModes.Known);
            RuleFor(request => request.Bandwidth).Is(bandwidth => bandwidth >= 1, "at least 1");
            RuleFor(request => request.BgpAsNumber).InRange(1, uint.MaxValue);
            RuleFor(request => request).Refused(
                when: request => request.BgpAsNumber is not null && RouteModes.ToRouteMode(request.RouteMode) != RouteMode.Bgp,
                request => $"The parameter `BgpAsNumber` goes with the RouteMode bgp only, not with `{request.RouteMode}`.");
            RuleFor(request => request.InstanceType).OneOf(word => word == "standard", "standard (custom cannot be created yet)");
        }
    }

    private static Response Handle(ActionContext context, Request request)
    {
        var order = new PublicNetworkOrder(
            request.ZoneId,
            request.NetworkInstanceName,
            request.Line,
            RouteModes.ToRouteMode(request.RouteMode),
            request.Bandwidth);
        try
        {
            var id = context.Execute(new UseCases.PublicNetworks.CreatePublicNetworkInstance(context.AppId, order));
            return new Response { NetworkInstanceId = id.ToString() };
        }
        catch (EdgeZoneException e) when (e.Code == ErrorCodes.ZoneNotFound && context.Edition == ApiEdition.International)
        {
            // The international contract has no code of its own for this.
            throw new EdgeZoneException(ErrorCodes.InvalidParameter, e.Message);
        }
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class CreatePublicNetworkInstanceJson : JsonSerializerContext;
}
