using EdgeZone.Emulator.Domain.Ids;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>Instances to create (<see href="https://www.tencentcloud.com/document/api/1230/79079">CreateInstances</see>).</summary>
/// <param name="Zone">Code of the zone.</param>
/// <param name="InstanceType">Code of the model.</param>
/// <param name="PrivateNetworkId">Private network of the account in the zone.</param>
/// <param name="PublicNetworkId">Public network of the account in the zone.</param>
/// <param name="Name">Name of all of them; null makes each one's id its name.</param>
/// <param name="ImageId">What to install; null means the default image.</param>
/// <param name="Count">How many, at least 1.</param>
/// <param name="VersionNumber">Version of the image; null means the newest.</param>
/// <param name="EnableIpv6">Whether each gets IPv6 addresses besides its IPv4 ones.</param>
public sealed record InstanceOrder(
    ZoneCode Zone,
    string InstanceType,
    NetworkId PrivateNetworkId,
    NetworkId PublicNetworkId,
    string? Name = null,
    string? ImageId = null,
    int Count = 1,
    string? VersionNumber = null,
    bool EnableIpv6 = false);
