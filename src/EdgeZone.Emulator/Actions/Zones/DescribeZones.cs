using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Protocol;

namespace EdgeZone.Emulator.Actions.Zones;

/// <summary>
/// Lists the zones of the account in all regions. https://www.tencentcloud.com/document/api/1230/79076,
/// newer: https://cloud.tencent.com/document/product/1379/138326
/// </summary>
internal static partial class DescribeZones
{
    // The newer page speaks of FilterByAppId in its text and lists it in no table.
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("DescribeZones", "Lists the zones of the account")
        .Bool(
            "FilterByAppId",
            Presence.Newer,
            "Whether only the zones are listed that are open to the account. Default true.",
            (request, value) => request.FilterByAppId = value)
        .Codes("InternalError", ErrorCodes.ParamError)
        .Build(createValidator: null, Handle, () => DescribeZonesJson.Default.Response);

    internal sealed record Request
    {
        public bool FilterByAppId { get; set; } = true;
    }

    internal sealed record Response : ApiResponse
    {
        public required IReadOnlyList<ZoneView> ZoneSet { get; init; }
        public required ulong TotalCount { get; init; }
    }

    /// <summary>A zone as the API shows it: the only place where <c>ZoneId</c> is a number. https://www.tencentcloud.com/document/api/1230/79094</summary>
    internal sealed record ZoneView(
        long ZoneId, string Zone, string ZoneName, string ZoneNameEn, string Region, string Location, string LocationName);

    private static Response Handle(ActionContext context, Request request)
    {
        var zones = context.Execute(new UseCases.Zones.DescribeZones(context.AppId, request.FilterByAppId));
        return new Response
        {
            ZoneSet = [.. zones.Select(zone => new ZoneView(
                zone.Id, zone.Code.ToString(), zone.Name, zone.NameEn, zone.Region, zone.Location, zone.LocationName))],
            TotalCount = (ulong)zones.Count,
        };
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class DescribeZonesJson : JsonSerializerContext;
}
