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
    }

    /// <summary>Takes the reserved paths; every other one stays the API's, which needs no routing table to find it by.</summary>
    public static void UseControlPlane(this WebApplication app)
    {
        var pipeline = app.Services.GetRequiredService<ControlPlanePipeline>();
        app.Use((context, next) => ControlPaths.IsReserved(context.Request.Path) ? pipeline.HandleAsync(context) : next(context));

        // The middleware costs every call of the API a little, so it is there only for those who want the two apart.
        if (app.Services.GetRequiredService<EmulatorSettings>().Control is { Enabled: true, Port: { } port } && app.HasOtherPortThan(port))
        {
            app.Use(pipeline.KeepApiOffControlPort);
        }
    }

    /// <summary>Gives every other path to the API.</summary>
    public static void RunApi(this WebApplication app) => app.Run(app.Services.GetRequiredService<FrontDoor>().HandleAsync);

    // Somebody who names the API's only port has not asked for an emulator without the API.
    private static bool HasOtherPortThan(this WebApplication app, int port) => app.Urls.Any(url => BindingAddress.Parse(url).Port != port);
}
