using System.Text.Json.Serialization;

namespace EdgeZone.Emulator.Benchmarks.BareHost;

/// <summary>The body of a CreateInstances call.</summary>
internal sealed record CreateInstancesBody
{
    public string? Zone { get; init; }
    public string? InstanceType { get; init; }
    public string? InstanceName { get; init; }
    public string? PrivateNetworkId { get; init; }
    public string? PublicNetworkId { get; init; }
    public string? ImageId { get; init; }
    public ulong? InstanceCount { get; init; }
    public string? VersionNumber { get; init; }
    public bool? EnableIpv6 { get; init; }
}

/// <summary>The body of a DescribeInstances call.</summary>
internal sealed record DescribeInstancesBody
{
    public IReadOnlyList<string>? InstanceIds { get; init; }
    public string? Zone { get; init; }
    public ulong? Offset { get; init; }
    public ulong? Limit { get; init; }
}

/// <summary>The body of a TerminateInstances call.</summary>
internal sealed record TerminateInstancesBody
{
    public IReadOnlyList<string>? InstanceIds { get; init; }
}

[JsonSerializable(typeof(CreateInstancesBody))]
[JsonSerializable(typeof(TerminateInstancesBody))]
[JsonSerializable(typeof(DescribeInstancesBody))]
internal sealed partial class BodyJson : JsonSerializerContext;
