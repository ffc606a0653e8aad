namespace EdgeZone.Emulator.Protocol;

/// <summary>What an example has to name so that it works as it stands in the fresh default sandbox.</summary>
internal interface IExampleWorld
{
    /// <summary>A zone with a private and a public network of the seed, a machine, and quota for it.</summary>
    string Zone { get; }

    /// <summary>The model of that machine.</summary>
    string InstanceType { get; }

    string PrivateNetworkId { get; }

    string PublicNetworkId { get; }

    /// <summary>The first instance.</summary>
    string InstanceId { get; }

    /// <summary>A zone that still lacks a private network.</summary>
    string NewPrivateZone { get; }

    string NewPrivateSubnet { get; }

    int NewPrivateMask { get; }

    /// <summary>The first private network besides those of the seed.</summary>
    string NewPrivateNetworkId { get; }

    /// <summary>A zone that still lacks a public network.</summary>
    string StaticZone { get; }

    /// <summary>The first public network besides those of the seed.</summary>
    string StaticNetworkId { get; }

    /// <summary>The first address applied for in it.</summary>
    string StaticIp { get; }
}
