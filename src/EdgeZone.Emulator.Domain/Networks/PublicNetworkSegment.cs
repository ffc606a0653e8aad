namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>The range of a BGP or OSPF network (<see href="https://www.tencentcloud.com/document/api/1230/79094">PublicNetworkSegment</see>).</summary>
/// <param name="Cidr">The range, for instance <c>198.19.0.0/26</c>.</param>
/// <param name="Gateway">Its first host.</param>
public sealed record PublicNetworkSegment(string Cidr, string Gateway);
