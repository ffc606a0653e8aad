using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Errors;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.Instances;

/// <summary>
/// Reserves machines and begins to install them. https://www.tencentcloud.com/document/api/1230/79079,
/// newer: https://cloud.tencent.com/document/product/1379/138329
/// </summary>
internal static partial class CreateInstances
{
    public static IApiAction Action { get; } = new ActionDeclaration<Request>("CreateInstances", "Reserves machines and begins to install them")
        .String("Zone", Presence.Required, Texts.Zone, (request, value) => request.Zone = value)
        .String(
            "InstanceType",
            Presence.Required,
            "Code of an instance type, as DescribeInstanceTypes lists it.",
            (request, value) => request.InstanceType = value)
        .String(
            "InstanceName",
            Presence.OptionalOnMainland,
            "Name of every instance of the order, 1 to 60 characters long. Mainland default: the instance's id.",
            (request, value) => request.InstanceName = value)
        .String("PrivateNetworkId", Presence.Required, "Id of a private network in the same zone.", (request, value) => request.PrivateNetworkId = value)
        .String("PublicNetworkId", Presence.Required, "Id of a public network in the same zone.", (request, value) => request.PublicNetworkId = value)
        .String(
            "ImageId",
            Presence.Optional,
            "Id of an image. Default: the one that the seed calls its default, CentOS 7.9 in the built-in seed.",
            (request, value) => request.ImageId = value)
        .UInt64("InstanceCount", Presence.Optional, "1 to 50. Default 1.", (request, value) => request.InstanceCount = value)
        .String(
            "VersionNumber",
            Presence.Deprecated,
            "Version of the image; a custom image has none. Default: the newest.",
            (request, value) => request.VersionNumber = value)
        .Bool("EnableIpv6", Presence.Deprecated, "Whether the instances get IPv6 addresses too. Default false.", (request, value) => request.EnableIpv6 = value)
        .String("Password", Presence.Newer, LoginRules.PasswordText, (request, value) => request.Password = value, secret: true)
        .String("SSHKey", Presence.Newer, LoginRules.SshKeyText, (request, value) => request.SshKey = value, secret: true)
        .Codes(ErrorCodes.FailedOperation, ErrorCodes.InvalidParameterValue, ErrorCodes.InstanceQuota, ErrorCodes.ResourceInsufficient)
        .Example(world => new()
        {
            ["Zone"] = world.Zone,
            ["InstanceType"] = world.InstanceType,
            ["InstanceName"] = "example",
            ["PrivateNetworkId"] = world.PrivateNetworkId,
            ["PublicNetworkId"] = world.PublicNetworkId,
        })
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
            ZoneCode.Of(request.Zone),
            request.InstanceType,
            NetworkId.Of(request.PrivateNetworkId),
            NetworkId.Of(request.PublicNetworkId),
            request.InstanceName,
            request.ImageId,
            (int)(request.InstanceCount ?? 1),
            request.VersionNumber,
            request.EnableIpv6)));
        return new Response
        {
            InstanceIdSet = [.. reservation.InstanceIds.Select(id => id.ToString())],
            FailedCount = reservation.FailedCount > 0 ? (ulong)reservation.FailedCount : null,
        };
    }

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Response))]
    private sealed partial class CreateInstancesJson : JsonSerializerContext;
}
