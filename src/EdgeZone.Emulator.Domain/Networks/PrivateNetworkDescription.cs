using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>A private network (<see href="https://www.tencentcloud.com/document/api/1230/79094">PrivateNetworkInstanceInfo</see>).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Zone">Code of its zone.</param>
/// <param name="Network">First address of its subnet.</param>
/// <param name="Mask">Length of the subnet's prefix.</param>
/// <param name="ServerCount">Servers attached.</param>
/// <param name="AvailableIpCount">Addresses no server has.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="UpdatedAt">When it was last changed, UTC.</param>
public sealed record PrivateNetworkDescription(
    NetworkId Id,
    string Name,
    ZoneCode Zone,
    string Network,
    int Mask,
    int ServerCount,
    long AvailableIpCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
