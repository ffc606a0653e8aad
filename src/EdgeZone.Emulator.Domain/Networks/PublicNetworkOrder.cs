namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>A public network to create (<see href="https://www.tencentcloud.com/document/api/1230/79089">CreatePublicNetworkInstance</see>).</summary>
/// <param name="Zone">Code of the zone, or its number as text.</param>
/// <param name="Name">Name to give it.</param>
/// <param name="Line">Line of the provider, for instance <c>BGP</c>.</param>
/// <param name="RouteMode">How addresses reach its servers.</param>
/// <param name="Bandwidth">Mbps, null when the account leaves it open. Kept and shown, nothing is limited.</param>
public sealed record PublicNetworkOrder(string Zone, string Name, string Line, RouteMode RouteMode, long? Bandwidth);
