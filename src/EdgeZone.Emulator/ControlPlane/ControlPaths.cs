namespace EdgeZone.Emulator.ControlPlane;

/// <summary>The paths that belong to the emulator and not to the API.</summary>
internal static class ControlPaths
{
    public const string Root = "/_emulator";

    public const string Health = Root + "/health";

    /// <summary>What a client has to trust.</summary>
    public const string AuthorityCertificate = Root + "/ca.pem";

    /// <summary>The page to try everything on.</summary>
    public const string Page = "/swagger";

    private const string Documents = "/openapi";

    /// <summary>Whether it begins with one of the first segments that the API does not get.</summary>
    public static bool IsReserved(PathString path) =>
        path.StartsWithSegments(Root) || path.StartsWithSegments(Documents) || path.StartsWithSegments(Page);
}
