namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>A private network to create (<see href="https://www.tencentcloud.com/document/api/1230/79090">CreatePrivateNetworkInstance</see>).</summary>
/// <param name="Zone">Code of the zone, or its number as text.</param>
/// <param name="Name">Name to give it.</param>
/// <param name="Network">First address of its subnet, without prefix length.</param>
/// <param name="Mask">Length of the subnet's prefix.</param>
public sealed record PrivateNetworkOrder(string Zone, string Name, string Network, long Mask);
