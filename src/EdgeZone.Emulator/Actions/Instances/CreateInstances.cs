using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;
using FluentValidation;

namespace EdgeZone.Emulator.Actions.Instances;

/// <summary>
/// Reserves machines and begins to install them. https://www.tencentcloud.com/document/api/1230/79079,
/// newer: https://cloud.tencent.com/document/product/1379/138329
/// </summary>
internal static partial class CreateInstances
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("CreateInstances")
        .String("Zone", Presence.Required, (request, value) => request.Zone = value)
        .String("InstanceType", Presence.Required, (request, value) => request.InstanceType = value)
        .String("InstanceName", Presence.OptionalOnMainland, (request, value) => request.InstanceName = value)
        .String("PrivateNetworkId", Presence.Required, (request, value) => request.PrivateNetworkId = value)
        .String("PublicNetworkId", Presence.Required, (request, value) => request.PublicNetworkId = value)
        .String("ImageId", Presence.Optional, (request, value) => request.ImageId = value)
        .UInt64("InstanceCount", Presence.Optional, (request, value) => request.InstanceCount = value)
        .String("VersionNumber", Presence.Optional, (request, value) => request.VersionNumber = value)
        .Bool("EnableIpv6", Presence.Optional, (request, value) => request.EnableIpv6 = value)
        .String("Password", Presence.Newer, (request, value) => request.Password = value, secret: true)
        .String("SSHKey", Presence.Newer, (request, value) => request.SshKey = value, secret: true)
        .Build(() => new Validator(), Handle, () => CreateInstancesJson.Default.Response);

    internal sealed record Request
    {
        public string Zone { get; set; } = "";
        public string InstanceType { get; set; } = "";
        public string? InstanceName { get; set; }
        public string PrivateNetworkId { get; set; } = "";
        public string PublicNetworkId { get; set; } = "";
        public string? ImageId { get; set; }
        public ulong? InstanceCount { get; set; }
        public string? VersionNumber { get; set; }
        public bool EnableIpv6 { get; set; }
        public string? Password { get; set; }
        public string? SshKey { get; set; }
    }

    internal sealed record Response : ApiResponse
    {
        public required IReadOnlyList<string> InstanceIdSet { get; init; }

        /// <summary>Only there when some, but not all, machines could be had.</summary>
        public ulong? FailedCount { get; init; }
    }

    private sealed class Validator : RequestValidator<Request>
    {
        private const ulong MostInstances = 50;

        public Validator() : base(ErrorCodes.InvalidParameterValue)
        {
            RuleFor(request => request.InstanceCount).InRange(1UL, MostInstances);
            RuleFor(request => request.InstanceName).Name();
            RuleFor(request => request.Password).Refused(when: password => !LoginRules.IsPassword(password!), LoginRules.PasswordRule);
            RuleFor(request => request.SshKey).Refused(when: key => !LoginRules.IsSshKey(key!), LoginRules.SshKeyRule);
            RuleFor(request => request).Refused(
                when: request => request.Password is not null && request.SshKey is not null,
                "The parameters `Password` and `SSHKey` exclude each other.");
        }
    }

    private static Response Handle(ActionContext context, Request request)
    {
        var reservation = context.Execute(new UseCases.Instances.CreateInstances(context.AppId, new InstanceOrder(
            request.Zone,
            request.InstanceType,
            request.PrivateNetworkId,
            request.PublicNetworkId,
            request.InstanceName,
            request.ImageId,
            (int)(request.InstanceCount ?? 1),
            request.VersionNumber,
            request.EnableIpv6)));
        return new Response
        {
            InstanceIdSet = reservation.InstanceIds,
            FailedCount = reservation.FailedCount > 0 ? (ulong)reservation.FailedCount : null,
        };
    }

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Response))]
    private sealed partial class CreateInstancesJson : JsonSerializerContext;
}
