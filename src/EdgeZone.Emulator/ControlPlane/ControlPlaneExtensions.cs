namespace EdgeZone.Emulator.ControlPlane;

internal static class ControlPlaneExtensions
{
    public static void AddControlPlane(this IServiceCollection services)
    {
    }

    public static void MapControlPlane(this WebApplication app)
    {
        app.MapGet("/_emulator/health", () => "OK");
    }
}
