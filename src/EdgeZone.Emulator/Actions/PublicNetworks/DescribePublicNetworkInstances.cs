using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PublicNetworks;

/// <summary>Lists public network instances, the newest first. https://www.tencentcloud.com/document/api/1230/79086</summary>
internal static partial class DescribePublicNetworkInstances
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("DescribePublicNetworkInstances", "Lists public networks, the newest first")
        .String("NetworkInstanceId", Presence.Optional, "Only this one.", (request, value) => request.NetworkInstanceId = value)
        .String("NetworkInstanceName", Presence.Optional, Texts.NameFilter, (request, value) => request.NetworkInstanceName = value)
        .String("ZoneId", Presence.Optional, Texts.ZoneFilter, (request, value) => request.ZoneId = value)
        .Int64("Offset", Presence.Optional, Texts.Offset, (request, value) => request.Offset = value)
        .Int64("Limit", Presence.Optional, Texts.Limit, (request, value) => request.Limit = value)
        .Codes("InternalError", ErrorCodes.InvalidParameter, ErrorCodes.PublicInstanceNotFound)
        .Example(world => new() { ["Limit"] = 20 })
        .Build(() => new Validator(), Handle, () => DescribePublicNetworkInstancesJson.Default.Response);

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
        public required IReadOnlyList<PublicNetworkInstanceInfo> PublicNetworkInstanceSet { get; init; }
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
        var page = context.Execute(new UseCases.PublicNetworks.DescribePublicNetworkInstances(
            context.AppId,
            new NetworkFilter(Condition.OfNetwork(request.NetworkInstanceId), Condition.Of(request.NetworkInstanceName), Condition.Of(request.ZoneId)),
            RequestedPage.Window(request.Offset, request.Limit)));
        return new Response { TotalCount = page.TotalCount, PublicNetworkInstanceSet = [.. page.Items.Select(PublicNetworkInstanceInfo.Of)] };
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class DescribePublicNetworkInstancesJson : JsonSerializerContext;
}
