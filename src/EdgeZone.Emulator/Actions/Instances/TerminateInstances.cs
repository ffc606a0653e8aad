using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.Instances;

/// <summary>
/// Gives machines back: addresses at once, the machine when its disks are wiped. https://www.tencentcloud.com/document/api/1230/79074
/// </summary>
internal static partial class TerminateInstances
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("TerminateInstances", "Gives instances back")
        .StringList("InstanceIds", Presence.Required, "Ids of the instances, at least one and at most 100.", (request, value) => request.InstanceIds = value)
        .Codes(
            ErrorCodes.FailedOperation,
            "InternalError",
            ErrorCodes.InstanceNotFound,
            ErrorCodes.InvalidInstanceState,
            "UnsupportedOperation.LegacyCompatBatchMixed")
        .Example(world => new() { ["InstanceIds"] = new JsonArray(world.InstanceId) })
        .Build(() => new Validator(), Handle, () => TerminateInstancesJson.Default.Response);

    internal sealed record Request
    {
        public IReadOnlyList<string> InstanceIds { get; set; } = [];
    }

    internal sealed record Response : ApiResponse
    {
        public required IReadOnlyList<string> InstanceIdSet { get; init; }

        /// <summary>Only there when some, but not all, instances could be given back.</summary>
        public IReadOnlyList<FailedInstance>? FailedInstanceSet { get; init; }
    }

    /// <summary>Why one instance of the batch stays. https://www.tencentcloud.com/document/api/1230/79094</summary>
    internal sealed record FailedInstance(string InstanceId, string ErrorCode, string ErrorMessage);

    private sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.InstanceIds).AtLeastOne().AtMost100();
    }

    private static Response Handle(ActionContext context, Request request)
    {
        var outcome = context.Execute(new UseCases.Instances.TerminateInstances(context.AppId, [.. request.InstanceIds.Select(InstanceId.Of)]));
        return new Response
        {
            InstanceIdSet = [.. outcome.Accepted.Select(id => id.ToString())],
            FailedInstanceSet = outcome.Failed.Count == 0
                ? null
                : [.. outcome.Failed.Select(failed => new FailedInstance(failed.InstanceId.ToString(), failed.ErrorCode, failed.ErrorMessage))],
        };
    }

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Response))]
    private sealed partial class TerminateInstancesJson : JsonSerializerContext;
}
