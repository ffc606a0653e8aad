using System.Text.Json;
using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.Instances;

/// <summary>
/// Lists instances, the newest first. https://www.tencentcloud.com/document/api/1230/79077,
/// newer: https://cloud.tencent.com/document/product/1379/138327
/// </summary>
internal static partial class DescribeInstances
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("DescribeInstances", "Lists instances, the newest first")
        .StringList("InstanceIds", Presence.Optional, "Only these, at most 100.", (request, value) => request.InstanceIds = value)
        .String("InstanceName", Presence.Optional, Texts.NameFilter, (request, value) => request.InstanceName = value)
        .String("Zone", Presence.Optional, Texts.ZoneFilter, (request, value) => request.Zone = value)
        .StringList(
            "InstanceStatus",
            Presence.Optional,
            "Only those in one of these states, at most 100: allocating, running, isolating, isolated, terminating, error.",
            (request, value) => request.InstanceStatus = value)
        .String("PublicNetworkId", Presence.Newer, "Only those of this public network.", (request, value) => request.PublicNetworkId = value)
        .String("PrivateNetworkId", Presence.Newer, "Only those of this private network.", (request, value) => request.PrivateNetworkId = value)
        .StringList(
            "PublicIps",
            Presence.Optional,
            "Only those with one of these public addresses, at most 100.",
            (request, value) => request.PublicIps = value)
        .UInt64("Offset", Presence.Optional, Texts.Offset, (request, value) => request.Offset = value)
        .UInt64("Limit", Presence.Optional, Texts.Limit, (request, value) => request.Limit = value)
        .Codes("InternalError", ErrorCodes.InvalidParameter, ErrorCodes.PublicInstanceInUse, ErrorCodes.PublicInstanceNotFound)
        .Example(world => new() { ["Zone"] = world.Zone, ["Limit"] = 20 })
        .Build(() => new Validator(), Handle, () => DescribeInstancesJson.Default.Response);

    internal sealed record Request
    {
        public IReadOnlyList<string>? InstanceIds { get; set; }
        public string? InstanceName { get; set; }
        public string? Zone { get; set; }
        public IReadOnlyList<string>? InstanceStatus { get; set; }
        public string? PublicNetworkId { get; set; }
        public string? PrivateNetworkId { get; set; }
        public IReadOnlyList<string>? PublicIps { get; set; }
        public ulong? Offset { get; set; }
        public ulong? Limit { get; set; }
    }

    internal sealed record Response : ApiResponse
    {
        [JsonConverter(typeof(InstanceSetConverter))]
        public required IReadOnlyList<InstanceView> InstanceSet { get; init; }

        public required long TotalCount { get; init; }
    }

    private sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.InstanceIds).AtMost100();
            RuleFor(request => request.InstanceStatus).AtMost100().EachOneOf(InstanceWords.IsStatus, InstanceWords.KnownStatuses);
            RuleFor(request => request.PublicIps).AtMost100();
            RuleFor(request => request.Limit).PageSize();
        }
    }

    private static Response Handle(ActionContext context, Request request)
    {
        var page = context.Execute(new UseCases.Instances.DescribeInstances(
            context.AppId,
            new InstanceFilter(
                Condition.Of(request.InstanceIds)?.Select(InstanceId.Of).ToArray(),
                Condition.Of(request.InstanceName),
                Condition.OfZone(request.Zone),
                Condition.Of(request.InstanceStatus)?.Select(InstanceWords.ToStatus).ToArray(),
                Condition.Of(request.PublicIps),
                Condition.OfNetwork(request.PublicNetworkId),
                Condition.OfNetwork(request.PrivateNetworkId)),
            RequestedPage.Window(request.Offset, request.Limit)));
        return new Response
        {
            InstanceSet = [.. page.Items.Select(instance => InstanceViews.Of(instance, context.ShowsNewerFields))],
            TotalCount = page.TotalCount,
        };
    }

    /// <summary>Most of what is listed has been listed before, and is written as it was then.</summary>
    private sealed class InstanceSetConverter : JsonConverter<IReadOnlyList<InstanceView>>
    {
        public override void Write(Utf8JsonWriter writer, IReadOnlyList<InstanceView> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var view in value)
            {
                writer.WriteRawValue(view.Json(DescribeInstancesJson.Default.InstanceView), skipInputValidation: true);
            }

            writer.WriteEndArray();
        }

        public override IReadOnlyList<InstanceView> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Answers are only written.");
    }

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Response))]
    private sealed partial class DescribeInstancesJson : JsonSerializerContext;
}
