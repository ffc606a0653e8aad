namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>How the addresses of a public network reach its servers
/// (<see href="https://www.tencentcloud.com/document/api/1230/79089">CreatePublicNetworkInstance</see>).</summary>
public enum RouteMode
{
    /// <summary>The account applies for addresses and releases them one by one.</summary>
    Static,

    /// <summary>A range comes with the network and is announced by BGP.</summary>
    Bgp,

    /// <summary>A range comes with the network and is announced by OSPF.</summary>
    Ospf,
}
