using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PrivateNetworks;

/// <summary>Lists private network instances, the newest first. https://www.tencentcloud.com/document/api/1230/79084</summary>
internal static partial class DescribePrivateNetworkInstances
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("DescribePrivateNetworkInstances", "Lists private networks, the newest first")
        .String("NetworkInstanceId", Presence.Optional, "Only this one.", (request, value) => request.NetworkInstanceId = value)
        .String("NetworkInstanceName", Presence.Optional, Texts.NameFilter, (request, value) => request.NetworkInstanceName = value)
        .String("ZoneId", Presence.Optional, Texts.ZoneFilter, (request, value) => request.ZoneId = value)
        .Int64("Offset", Presence.Optional, Texts.Offset, (request, value) => request.Offset = value)
        .Int64("Limit", Presence.Optional, Texts.Limit, (request, value) => request.Limit = value)
        .Codes("InternalError", ErrorCodes.InvalidParameter)
        .Example(world => new() { ["Limit"] = 20 })
        .Build(() => new Validator(), Handle, () => DescribePrivateNetworkInstancesJson.Default.Response);

    internal sealed record Request
    {
        public string? NetworkInstanceId { get; set; }
        public string? NetworkInstanceName { get; set; }
        public string? ZoneId { get; set; }
        public long? Offset { get; set; }
        public long? Limit { get; set; }
    }

    internal sealed record Response : ApiResponse
    {
        public required long TotalCount { get; init; }
        public required IReadOnlyList<PrivateNetworkInstanceInfo> PrivateNetworkInstanceSet { get; init; }
    }

    private sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Offset).NotNegative();
            RuleFor(request => request.Limit).PageSize();
        }
    }

    private static Response Handle(ActionContext context, Request request)
    {
        var page = context.Execute(new UseCases.PrivateNetworks.DescribePrivateNetworkInstances(
            context.AppId,
            new NetworkFilter(Condition.OfNetwork(request.NetworkInstanceId), Condition.Of(request.NetworkInstanceName), Condition.Of(request.ZoneId)),
            RequestedPage.Window(request.Offset, request.Limit)));
        return new Response { TotalCount = page.TotalCount, PrivateNetworkInstanceSet = [.. page.Items.Select(PrivateNetworkInstanceInfo.Of)] };
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class DescribePrivateNetworkInstancesJson : JsonSerializerContext;
}
