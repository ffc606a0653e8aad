namespace EdgeZone.Emulator.Domain.Networks;

/// <summary>Route modes as the API answers them.</summary>
public static class RouteModeWords
{
    /// <summary>For instance <c>STATIC</c>.</summary>
    public static string Word(this RouteMode mode) => mode switch
    {
        RouteMode.Static => "STATIC",
        RouteMode.Bgp => "BGP",
        RouteMode.Ospf => "OSPF",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such route mode."),
    };
}
