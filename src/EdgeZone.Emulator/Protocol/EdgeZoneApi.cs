namespace EdgeZone.Emulator.Protocol;

/// <summary>The API that is emulated, in the words in which a request names it.</summary>
internal static class EdgeZoneApi
{
    /// <summary>The first label of its hosts, and the service in the scope of a signature.</summary>
    public const string Product = "edgezone";

    /// <summary>The one version that exists, and the one that an unsigned call is assumed to mean.</summary>
    public const string Version = "2026-04-01";
}
