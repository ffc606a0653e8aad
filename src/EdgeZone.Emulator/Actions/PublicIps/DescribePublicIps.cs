using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PublicIps;

/// <summary>
/// Lists the addresses of static public network instances and the ranges of dynamic ones; here <c>NetworkInstanceId</c> is a list.
/// https://www.tencentcloud.com/document/api/1230/79065
/// </summary>
internal static partial class DescribePublicIps
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("DescribePublicIps", "Lists public addresses and ranges")
        .StringList(
            "NetworkInstanceId",
            Presence.Optional,
            "Only those of these public networks, at most 100.",
            (request, value) => request.NetworkInstanceId = value)
        .String("ZoneId", Presence.Optional, Texts.ZoneFilter, (request, value) => request.ZoneId = value)
        .StringList("Ip", Presence.Optional, "Only these addresses, at most 100.", (request, value) => request.Ip = value)
        .StringList("State", Presence.Optional, "Only those in one of these states, at most 100: InUse, Unbound.", (request, value) => request.State = value)
        .StringList("Type", Presence.Optional, "Only those of these families, at most 100: Ipv4, Ipv6.", (request, value) => request.Type = value)
        .String("OrderByCreateTime", Presence.Optional, "asc or desc. Default desc.", (request, value) => request.OrderByCreateTime = value)
        .String(
            "OrderByUpdateTime",
            Presence.Optional,
            "asc or desc, before the order of creation. Default: not ordered by it.",
            (request, value) => request.OrderByUpdateTime = value)
        .Int64("Offset", Presence.Optional, Texts.Offset, (request, value) => request.Offset = value)
        .Int64("Limit", Presence.Optional, Texts.Limit, (request, value) => request.Limit = value)
        .Codes("InternalError", ErrorCodes.InvalidParameter)
        .Example(world => new() { ["Limit"] = 20 })
        .Build(() => new Validator(), Handle, () => DescribePublicIpsJson.Default.Response);

    internal sealed record Request
    {
        public IReadOnlyList<string>? NetworkInstanceId { get; set; }
        public string? ZoneId { get; set; }
        public IReadOnlyList<string>? Ip { get; set; }
        public IReadOnlyList<string>? State { get; set; }
        public IReadOnlyList<string>? Type { get; set; }
        public string? OrderByCreateTime { get; set; }
        public string? OrderByUpdateTime { get; set; }
        public long? Offset { get; set; }
        public long? Limit { get; set; }
    }

    internal sealed record Response : ApiResponse
    {
        public required long TotalCount { get; init; }
        public required IReadOnlyList<IpInfo> IpInfoSet { get; init; }
    }

    /// <summary>An address, or a range, as the API shows it. https://www.tencentcloud.com/document/api/1230/79094</summary>
    internal sealed record IpInfo(
        string Ip, string NetworkInstanceId, string InstanceId, string State, string Type, string CreatedAt, string UpdatedAt);

    private sealed class Validator : RequestValidator<Request>
    {
        private const string KnownOrders = "asc, desc";

        public Validator()
        {
            RuleFor(request => request.NetworkInstanceId).AtMost100();
            RuleFor(request => request.Ip).AtMost100();
            RuleFor(request => request.State).AtMost100().EachOneOf(IsState, "InUse, Unbound");
            RuleFor(request => request.Type).AtMost100().EachOneOf(IpTypes.IsKnown, "Ipv4, Ipv6");
            RuleFor(request => request.OrderByCreateTime).OneOf(IsOrder, KnownOrders);
            RuleFor(request => request.OrderByUpdateTime).OneOf(IsOrder, KnownOrders);
            RuleFor(request => request.Offset).NotNegative();
            RuleFor(request => request.Limit).PageSize();
        }

        private static bool IsState(string word) => IsInUse(word) || word.Equals("Unbound", StringComparison.OrdinalIgnoreCase);

        private static bool IsOrder(string word) => word.Length == 0 || IsAscending(word) || word.Equals("desc", StringComparison.OrdinalIgnoreCase);
    }

    private static Response Handle(ActionContext context, Request request)
    {
        var filter = new PublicIpFilter(
            Condition.Of(request.NetworkInstanceId),
            Condition.Of(request.ZoneId),
            Condition.Of(request.Ip),
            Condition.Of(request.State)?.Select(word => IsInUse(word) ? PublicIpState.InUse : PublicIpState.Unbound).ToArray(),
            Condition.Of(request.Type)?.Select(IpTypes.ToFamily).ToArray(),
            Condition.Of(request.OrderByCreateTime) is { } byCreation ? ToOrder(byCreation) : SortOrder.Descending,
            Condition.Of(request.OrderByUpdateTime) is { } byUpdate ? ToOrder(byUpdate) : null);
        var page = context.Execute(new UseCases.PublicIps.DescribePublicIps(context.AppId, filter, RequestedPage.Window(request.Offset, request.Limit)));
        return new Response { TotalCount = page.TotalCount, IpInfoSet = [.. page.Items.Select(View)] };
    }

    private static IpInfo View(PublicIpDescription ip) => new(
        ip.Ip,
        ip.NetworkId.ToString(),
        ip.InstanceId.ToString(),
        ip.State == PublicIpState.InUse ? "InUse" : "Unbound",
        IpTypes.Of(ip.Family),
        WireTime.Plain(ip.CreatedAt),
        WireTime.Plain(ip.UpdatedAt));

    private static bool IsInUse(string word) => word.Equals("InUse", StringComparison.OrdinalIgnoreCase);

    private static bool IsAscending(string word) => word.Equals("asc", StringComparison.OrdinalIgnoreCase);

    private static SortOrder ToOrder(string word) => IsAscending(word) ? SortOrder.Ascending : SortOrder.Descending;

    [JsonSerializable(typeof(Response))]
    private sealed partial class DescribePublicIpsJson : JsonSerializerContext;
}
