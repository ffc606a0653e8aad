using System.Text.Json.Serialization.Metadata;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.Instances;

/// <summary>An instance as the API shows it. https://www.tencentcloud.com/document/api/1230/79094</summary>
internal sealed record InstanceView
{
    private byte[]? _json;

    public required string InstanceId { get; init; }
    public required string InstanceName { get; init; }
    public required string MachineId { get; init; }
    public required string InstanceType { get; init; }
    public required string Zone { get; init; }
    public required string ImageId { get; init; }
    public required string VersionNumber { get; init; }
    public required string InstanceStatus { get; init; }
    public required string OperateStatus { get; init; }
    public required string PrivateNetworkId { get; init; }
    public required string PrivateIp { get; init; }
    public required string PrivateIpV6 { get; init; }
    public required string PublicNetworkId { get; init; }
    public required string PublicIp { get; init; }
    public required string PublicIpV6 { get; init; }
    public required string CreatedTime { get; init; }
    public string? FileSystemType { get; init; }
    public string? InstanceFamily { get; init; }
    public string? InstanceFamilyName { get; init; }
    public string? CpuType { get; init; }
    public long? Cpu { get; init; }
    public long? Memory { get; init; }

    /// <summary>It as JSON, written the first time and the same ever after.</summary>
    public byte[] Json(JsonTypeInfo<InstanceView> shape) => _json ??= ResponseEnvelope.Render(this, shape);

    public static InstanceView Of(Instance instance, bool newerFields) => new()
    {
        InstanceId = instance.InstanceId.ToString(),
        InstanceName = instance.Name,
        MachineId = instance.MachineId,
        InstanceType = instance.InstanceType,
        Zone = instance.Zone.ToString(),
        ImageId = instance.ImageId,
        VersionNumber = instance.VersionNumber,
        InstanceStatus = instance.Status.Word(),
        OperateStatus = InstanceWords.Of(instance.OperateStatus),
        PrivateNetworkId = instance.PrivateNetworkId.ToString(),
        PrivateIp = instance.PrivateIp.ToString(),
        PrivateIpV6 = instance.PrivateIpv6.ToString(),
        PublicNetworkId = instance.PublicNetworkId.ToString(),
        PublicIp = instance.PublicIp.ToString(),
        PublicIpV6 = instance.PublicIpv6.ToString(),
        CreatedTime = WireTime.Zoned(instance.CreatedTime),
        FileSystemType = newerFields ? instance.FileSystemType : null,
        InstanceFamily = newerFields ? instance.Model.FamilyLetter : null,
        InstanceFamilyName = newerFields ? instance.Model.FamilyNameWithGeneration : null,
        CpuType = newerFields ? instance.Model.CpuModel : null,
        Cpu = newerFields ? instance.Model.CpuCores : null,
        Memory = newerFields ? instance.Model.MemoryGb : null,
    };
}
