using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.Instances;

/// <summary>
/// Renames an instance, gives it another public address, or both together. https://www.tencentcloud.com/document/api/1230/79075
/// </summary>
internal static partial class ModifyInstanceAttribute
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>(
        "ModifyInstanceAttribute", "Renames an instance or gives it another public address")
        .String("InstanceId", Presence.Required, "Id of the instance.", (request, value) => request.InstanceId = value)
        .String(
            "InstanceName",
            Presence.Optional,
            "The new name, 1 to 60 characters long. At least one of this and NewPublicIp is needed.",
            (request, value) => request.InstanceName = value)
        .String(
            "NewPublicIp",
            Presence.Deprecated,
            "The new public address, of the instance's own public network.",
            (request, value) => request.NewPublicIp = value)
        .String("IpType", Presence.Deprecated, "Family of NewPublicIp: ipv4 or ipv6. Default ipv4.", (request, value) => request.IpType = value)
        .Codes(ErrorCodes.FailedOperation, ErrorCodes.InvalidParameter, ErrorCodes.InstanceNotFound)
        .Example(world => new() { ["InstanceId"] = world.InstanceId, ["InstanceName"] = "renamed" })
        .Build(() => new Validator(), Handle, () => ModifyInstanceAttributeJson.Default.Response);

    internal sealed record Request
    {
        public string InstanceId { get; set; } = "";
        public string? InstanceName { get; set; }
        public string? NewPublicIp { get; set; }
        public string? IpType { get; set; }
    }

    internal sealed record Response : ApiResponse;

    private sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request).Refused(
                when: request => request.InstanceName is null && request.NewPublicIp is null,
                "At least one of the parameters `InstanceName` and `NewPublicIp` is needed.");
            RuleFor(request => request.InstanceName).Name();
            RuleFor(request => request.IpType).OneOf(IpTypes.IsKnown, IpTypes.Known);
        }
    }

    private static Response Handle(ActionContext context, Request request)
    {
        var family = request.IpType is null ? IpFamily.Ipv4 : IpTypes.ToFamily(request.IpType);
        context.Execute(new UseCases.Instances.ModifyInstanceAttribute(
            context.AppId, new InstanceChange(InstanceId.Of(request.InstanceId), request.InstanceName, request.NewPublicIp, family)));
        return new Response();
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class ModifyInstanceAttributeJson : JsonSerializerContext;
}
