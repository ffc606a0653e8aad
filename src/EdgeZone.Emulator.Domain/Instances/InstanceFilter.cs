using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>Which instances are wanted (<see href="https://www.tencentcloud.com/document/api/1230/79077">DescribeInstances</see>);
/// null asks nothing, several conditions must all hold, of a list one suffices; an empty value in a list matches nothing.</summary>
/// <param name="InstanceIds">Exact ids.</param>
/// <param name="Name">Part of the name, in either case.</param>
/// <param name="Zone">Code of the zone.</param>
/// <param name="Statuses">Where they are in their lives.</param>
/// <param name="PublicIps">Public IPv4 addresses.</param>
/// <param name="PublicNetworkId">Public network they are attached to.</param>
/// <param name="PrivateNetworkId">Private network they are attached to.</param>
public sealed record InstanceFilter(
    IReadOnlyList<InstanceId>? InstanceIds = null,
    string? Name = null,
    ZoneCode? Zone = null,
    IReadOnlyList<InstanceStatus>? Statuses = null,
    IReadOnlyList<string>? PublicIps = null,
    NetworkId? PublicNetworkId = null,
    NetworkId? PrivateNetworkId = null)
{
    /// <summary>Whether nothing but ids is asked, if anything.</summary>
    internal bool AsksOnlyForIds => this with { InstanceIds = null } == new InstanceFilter();
}
