using EdgeZone.Emulator.Domain.Networks;
using EdgeZone.Emulator.Validation;

namespace EdgeZone.Emulator.Actions.PrivateNetworks;

/// <summary>
/// A private network instance as the API shows it; its <c>ZoneId</c> is the zone's code. https://www.tencentcloud.com/document/api/1230/79094
/// </summary>
internal sealed record PrivateNetworkInstanceInfo(
    string NetworkInstanceId,
    string ZoneId,
    string NetworkInstanceName,
    string Network,
    long Mask,
    long ServerCount,
    long AvailableIpCount,
    string CreatedAt,
    string UpdatedAt)
{
    public static PrivateNetworkInstanceInfo Of(PrivateNetworkDescription network) => new(
        network.Id.ToString(),
        network.Zone.ToString(),
        network.Name,
        network.Network,
        network.Mask,
        network.ServerCount,
        network.AvailableIpCount,
        WireTime.Plain(network.CreatedAt),
        WireTime.Plain(network.UpdatedAt));
}
