using System.Text.Json.Serialization;
using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Instances;
using EdgeZone.Emulator.Domain.Machines;
using EdgeZone.Emulator.Domain.Worlds;

namespace EdgeZone.Emulator.Snapshots;

/// <summary>An instance in a snapshot; what is empty is left out.</summary>
internal sealed record InstanceText
{
    public required string InstanceId { get; init; }

    public required long Sequence { get; init; }

    public required long AppId { get; init; }

    public required string Name { get; init; }

    public required InstanceStatus Status { get; init; }

    public OperateStatus OperateStatus { get; init; }

    public required string Zone { get; init; }

    public required string InstanceType { get; init; }

    public required string MachineId { get; init; }

    public required string ImageId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VersionNumber { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PrivateNetworkId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PublicNetworkId { get; init; }

    public bool EnableIpv6 { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PrivateIp { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PrivateIpv6 { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PublicIp { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PublicIpv6 { get; init; }

    public required DateTimeOffset CreatedTime { get; init; }

    public static InstanceText Of(Instance instance) => new()
    {
        InstanceId = instance.InstanceId.ToString(),
        Sequence = instance.Sequence,
        AppId = instance.AppId,
        Name = instance.Name,
        Status = instance.Status,
        OperateStatus = instance.OperateStatus,
        Zone = instance.Zone.ToString(),
        InstanceType = instance.InstanceType,
        MachineId = instance.MachineId,
        ImageId = instance.ImageId,
        VersionNumber = NullIfEmpty(instance.VersionNumber),
        PrivateNetworkId = NullIfEmpty(instance.PrivateNetworkId.ToString()),
        PublicNetworkId = NullIfEmpty(instance.PublicNetworkId.ToString()),
        EnableIpv6 = instance.EnableIpv6,
        PrivateIp = NullIfEmpty(instance.PrivateIp.ToString()),
        PrivateIpv6 = NullIfEmpty(instance.PrivateIpv6.ToString()),
        PublicIp = NullIfEmpty(instance.PublicIp.ToString()),
        PublicIpv6 = NullIfEmpty(instance.PublicIpv6.ToString()),
        CreatedTime = instance.CreatedTime,
    };

    /// <exception cref="WorldStateException">There is no such model, or an address is none.</exception>
    public Instance ToInstance(Dictionary<string, InstanceType> models, string path) => new()
    {
        InstanceId = Domain.Ids.InstanceId.Of(InstanceId),
        Sequence = Sequence,
        AppId = AppId,
        Name = Name,
        Status = Status,
        OperateStatus = OperateStatus,
        Zone = ZoneCode.Of(Zone),
        Model = models.GetValueOrDefault(InstanceType)
            ?? throw new WorldStateException($"{path}.instanceType", $"There is no instance type {InstanceType}."),
        MachineId = MachineId,
        ImageId = ImageId,
        VersionNumber = VersionNumber ?? "",
        PrivateNetworkId = NetworkId.Of(PrivateNetworkId ?? ""),
        PublicNetworkId = NetworkId.Of(PublicNetworkId ?? ""),
        EnableIpv6 = EnableIpv6,
        PrivateIp = Address(PrivateIp, $"{path}.privateIp"),
        PrivateIpv6 = Address(PrivateIpv6, $"{path}.privateIpv6"),
        PublicIp = Address(PublicIp, $"{path}.publicIp"),
        PublicIpv6 = Address(PublicIpv6, $"{path}.publicIpv6"),
        CreatedTime = CreatedTime,
    };

    private static IpAddress Address(string? text, string path) =>
        string.IsNullOrEmpty(text) ? IpAddress.None
        : IpAddress.TryParse(text, out var address) ? address
        : throw new WorldStateException(path, $"'{text}' is no address.");

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
