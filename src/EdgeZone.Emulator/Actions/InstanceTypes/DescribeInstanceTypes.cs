using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.InstanceTypes;

/// <summary>
/// Lists the models that the account may use, with its quota of each. https://www.tencentcloud.com/document/api/1230/79065,
/// newer: https://cloud.tencent.com/document/product/1379/138328
/// </summary>
internal static partial class DescribeInstanceTypes
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("DescribeInstanceTypes", "Lists instance types and the quota of each")
        .String("Zone", Presence.Optional, Texts.ZoneFilter, (request, value) => request.Zone = value)
        .UInt64("Offset", Presence.Newer, Texts.Offset, (request, value) => request.Offset = value)
        .UInt64(
            "Limit",
            Presence.Newer,
            "How many to list, 1 to 100. Default 20 on Mainland, or with an offset; otherwise all.",
            (request, value) => request.Limit = value)
        .Codes("InternalError", ErrorCodes.InvalidParameter, ErrorCodes.PublicInstanceInUse, ErrorCodes.PublicInstanceNotFound)
        .Example(world => new() { ["Zone"] = world.Zone })
        .Build(() => new Validator(), Handle, () => DescribeInstanceTypesJson.Default.Response);

    internal sealed record Request
    {
        public string? Zone { get; set; }
        public ulong? Offset { get; set; }
        public ulong? Limit { get; set; }
    }

    internal sealed record Response : ApiResponse
    {
        public required IReadOnlyList<InstanceTypeView> InstanceTypeQuotaSet { get; init; }
        public required ulong TotalCount { get; init; }
    }

    private sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.Limit).PageSize();
    }

    private static Response Handle(ActionContext context, Request request)
    {
        // The older contract knows no pages: without an offset and a limit every row is returned, but where only the newer one holds.
        var paged = context.Edition == ApiEdition.Mainland || request.Offset is not null || request.Limit is not null;
        var page = context.Execute(new UseCases.Zones.DescribeInstanceTypes(
            context.AppId, Condition.OfZone(request.Zone), paged ? RequestedPage.Window(request.Offset, request.Limit) : null));
        return new Response
        {
            InstanceTypeQuotaSet = [.. page.Items.Select(offer => InstanceTypeView.Of(offer, context.ShowsNewerFields))],
            TotalCount = (ulong)page.TotalCount,
        };
    }

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Response))]
    private sealed partial class DescribeInstanceTypesJson : JsonSerializerContext;
}
