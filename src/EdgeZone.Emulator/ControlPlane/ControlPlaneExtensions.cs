using EdgeZone.Emulator.ControlPlane.Documentation;
using EdgeZone.Emulator.ControlPlane.Shapes;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

internal static class ControlPlaneExtensions
{
    public static void AddControlPlane(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ControlPlaneJson.Configure(options.SerializerOptions));
        services.AddSingleton<SandboxLookup>();
        services.AddSingleton<HealthProbe>();
        services.AddSingleton<WelcomeHosts>();
        services.AddSingleton<ControlGuard>();
        services.AddSingleton<ControlPlanePipeline>();
        services.AddSingleton<FrontDoor>();
        services.AddDocumentation();
    }

    /// <summary>Takes the reserved paths; every other one stays the API's.</summary>
    public static void MapControlPlane(this WebApplication app)
    {
        var pipeline = app.Services.GetRequiredService<ControlPlanePipeline>();
        foreach (var prefix in ControlPaths.Reserved)
        {
            app.Map($"{prefix}/{{**rest}}", pipeline.HandleAsync).ExcludeFromDescription();
        }

        // The middleware costs every call of the API a little, so it is there only for those who want the two apart.
        if (app.Services.GetRequiredService<EmulatorSettings>().Control is { Enabled: true, Port: { } port } && app.HasOtherPortThan(port))
        {
            app.Use(pipeline.KeepApiOffControlPort);
        }
    }

    /// <summary>Gives every other path to the API.</summary>
    public static void MapApi(this WebApplication app) =>
        app.Map("/{**path}", app.Services.GetRequiredService<FrontDoor>().HandleAsync).ExcludeFromDescription();

    // Somebody who names the API's only port has not asked for an emulator without the API.
    private static bool HasOtherPortThan(this WebApplication app, int port) => app.Urls.Any(url => BindingAddress.Parse(url).Port != port);
}
