using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Zones;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.Zones;

/// <summary>Tells the traffic of a zone, a point a minute. https://www.tencentcloud.com/document/api/1230/79065</summary>
internal static partial class DescribeZoneData
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("DescribeZoneData", "Shows the traffic of a zone, minute by minute")
        .String("Zone", Presence.Required, Texts.Zone, (request, value) => request.Zone = value)
        .String("MetricName", Presence.Required, "inbw for what came in, outbw for what went out.", (request, value) => request.MetricName = value)
        .String("StartTime", Presence.Required, "The first minute, UTC, such as 2026-04-23T07:00:00Z.", (request, value) => request.StartTime = value)
        .String(
            "EndTime",
            Presence.Required,
            "The last minute, UTC, such as 2026-04-23T08:00:00Z; at most two days after StartTime.",
            (request, value) => request.EndTime = value)
        .Codes("InternalError", ErrorCodes.ParamError)
        .Example(world => new()
        {
            ["Zone"] = world.Zone,
            ["MetricName"] = "inbw",
            ["StartTime"] = "2026-04-23T07:00:00Z",
            ["EndTime"] = "2026-04-23T08:00:00Z",
        })
        .Build(() => new Validator(), Handle, () => DescribeZoneDataJson.Default.Response);

    internal sealed record Request
    {
        public string Zone { get; set; } = "";
        public string MetricName { get; set; } = "";
        public string StartTime { get; set; } = "";
        public string EndTime { get; set; } = "";
    }

    internal sealed record Response : ApiResponse
    {
        public required IReadOnlyList<SwitchData> Data { get; init; }
    }

    /// <summary>Megabits per second at one minute. https://www.tencentcloud.com/document/api/1230/79094</summary>
    internal sealed record SwitchData(string Time, double Value);

    private sealed class Validator : RequestValidator<Request>
    {
        public Validator() : base(ErrorCodes.ParamError)
        {
            RuleFor(request => request.MetricName).OneOf(word => word is "inbw" or "outbw", "inbw, outbw");
            RuleFor(request => request.StartTime).Is(WireTime.IsZoned, "a time such as 2026-04-23T07:00:00Z");
            RuleFor(request => request.EndTime).Is(WireTime.IsZoned, "a time such as 2026-04-23T07:00:00Z");
            RuleFor(request => request)
                .Refused(
                    when: request => Span(request) < TimeSpan.Zero,
                    request => $"The value `{request.EndTime}` of parameter `EndTime` is before `StartTime`, `{request.StartTime}`.")
                .Refused(
                    when: request => Span(request) > UseCases.Zones.DescribeZoneData.LongestSpan,
                    request => $"The span from `{request.StartTime}` to `{request.EndTime}` is longer than two days.");
        }

        private static TimeSpan Span(Request request) => Time(request.EndTime) - Time(request.StartTime);
    }

    private static Response Handle(ActionContext context, Request request)
    {
        var metric = request.MetricName == "inbw" ? ZoneMetric.Inbound : ZoneMetric.Outbound;
        var samples = context.Execute(new UseCases.Zones.DescribeZoneData(
            context.AppId, ZoneCode.Of(request.Zone), metric, Time(request.StartTime), Time(request.EndTime)));
        return new Response { Data = [.. samples.Select(sample => new SwitchData(WireTime.Zoned(sample.Time), sample.Value))] };
    }

    private static DateTimeOffset Time(string text) => WireTime.TryParseZoned(text, out var time) ? time : default;

    [JsonSerializable(typeof(Response))]
    private sealed partial class DescribeZoneDataJson : JsonSerializerContext;
}
