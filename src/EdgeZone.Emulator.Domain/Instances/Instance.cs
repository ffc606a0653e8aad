using EdgeZone.Emulator.Domain.Addresses;
using EdgeZone.Emulator.Domain.Ids;
using EdgeZone.Emulator.Domain.Machines;

namespace EdgeZone.Emulator.Domain.Instances;

/// <summary>What an account rents: one machine with its addresses and its operating system
/// (<see href="https://www.tencentcloud.com/document/api/1230/79094">Instance</see>). As it was when it was asked for; it is kept as a row.</summary>
public sealed record Instance
{
    /// <summary>Its id, the same everywhere.</summary>
    public required InstanceId InstanceId { get; init; }

    /// <summary>The account it belongs to.</summary>
    public required long AppId { get; init; }

    /// <summary>Place in the order of creation over the whole sandbox.</summary>
    public required long Sequence { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The machine reserved for it.</summary>
    public required string MachineId { get; init; }

    /// <summary>The model of the machine.</summary>
    public required InstanceType Model { get; init; }

    /// <summary>Code of its zone.</summary>
    public required ZoneCode Zone { get; init; }

    /// <summary>What is installed.</summary>
    public required string ImageId { get; init; }

    /// <summary>Version of the image, <c>""</c> for an image without versions.</summary>
    public required string VersionNumber { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required InstanceStatus Status { get; init; }

    /// <summary>Whether the machine is powered.</summary>
    public OperateStatus OperateStatus { get; init; } = OperateStatus.Normal;

    /// <summary>The private network it is attached to, none once it is given back.</summary>
    public required NetworkId PrivateNetworkId { get; init; }

    /// <summary>The public network it is attached to, none once it is given back.</summary>
    public required NetworkId PublicNetworkId { get; init; }

    /// <summary>Whether it was ordered with IPv6 addresses.</summary>
    public required bool EnableIpv6 { get; init; }

    /// <summary>Private IPv4 address.</summary>
    public IpAddress PrivateIp { get; init; }

    /// <summary>Private IPv6 address.</summary>
    public IpAddress PrivateIpv6 { get; init; }

    /// <summary>Public IPv4 address.</summary>
    public IpAddress PublicIp { get; init; }

    /// <summary>Public IPv6 address.</summary>
    public IpAddress PublicIpv6 { get; init; }

    /// <summary>When it was ordered, UTC.</summary>
    public required DateTimeOffset CreatedTime { get; init; }

    /// <summary>Code of its model.</summary>
    public string InstanceType => Model.Code;

    /// <summary>File system of its disks.</summary>
    public string FileSystemType { get; init; } = "ext4";
}
