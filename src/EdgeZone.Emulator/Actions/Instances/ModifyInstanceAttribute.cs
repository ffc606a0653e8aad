using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;
using FluentValidation;

namespace EdgeZone.Emulator.Actions.Instances;

/// <summary>
/// Renames an instance, gives it another public address, or both together. https://www.tencentcloud.com/document/api/1230/79075
/// </summary>
internal static partial class ModifyInstanceAttribute
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("ModifyInstanceAttribute")
        .String("InstanceId", Presence.Required, (request, value) => request.InstanceId = value)
        .String("InstanceName", Presence.Optional, (request, value) => request.InstanceName = value)
        .String("NewPublicIp", Presence.Optional, (request, value) => request.NewPublicIp = value)
        .String("IpType", Presence.Optional, (request, value) => request.IpType = value)
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
            context.AppId, new InstanceChange(request.InstanceId, request.InstanceName, request.NewPublicIp, family)));
        return new Response();
    }

    [JsonSerializable(typeof(Response))]
    private sealed partial class ModifyInstanceAttributeJson : JsonSerializerContext;
}
