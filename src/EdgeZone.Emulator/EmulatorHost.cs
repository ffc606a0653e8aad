using EdgeZone.Emulator.Actions;
using EdgeZone.Emulator.Authentication;
using EdgeZone.Emulator.Connections;
using EdgeZone.Emulator.ControlPlane;
using EdgeZone.Emulator.Gateway;
using EdgeZone.Emulator.Hosting;
using EdgeZone.Emulator.Keeping;
using EdgeZone.Emulator.Protocol;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Seed;
using EdgeZone.Emulator.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EdgeZone.Emulator;

/// <summary>The composition root: the only place where the application is put together, for the process and for the test fixture alike.</summary>
internal static class EmulatorHost
{
    /// <param name="args">The command line.</param>
    /// <param name="configure">What a fixture changes before the application is built.</param>
    /// <exception cref="SettingsException">A setting or the seed is bad; the message is one line that names it.</exception>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = ProcessConfiguration.ForHost(args),
            ContentRootPath = Embedding.ContentRoot,
        });
        builder.AddSettings();
        builder.AddEmulatorLogging();
        builder.AddServer();
        AddApi(builder.Services);
        builder.Services.AddControlPlane();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.ReadSettings();
        var sandboxes = app.Services.GetRequiredService<SandboxRegistry>();
        var credentials = app.Services.GetRequiredService<CredentialStore>();
        sandboxes.Removed += credentials.RemoveIssued;
        foreach (var (sandbox, key) in sandboxes.Start())
        {
            credentials.AddIssued(sandbox, key.SecretId, key.SecretKey, key.AppId);
        }

        app.Listen();
        app.UseReceivedHost();
        app.UseProxy();
        app.UseControlPlane();
        app.RunApi();
        app.AnnounceWhenStarted();
        return app;
    }

    /// <summary>Everything that answers a call of the API, but for settings, log and what carries the call here.</summary>
    public static void AddApi(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => SeedLoader.Load(provider.GetRequiredService<EmulatorSettings>()));
        services.AddSingleton<SandboxKeeping>();
        services.AddSingleton<SandboxFactory>();
        services.AddSingleton(provider => new SandboxRegistry(
            provider.GetRequiredService<SandboxFactory>(),
            provider.GetRequiredService<EmulatorSettings>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<SandboxKeeping>().Keeper));
        services.AddSingleton(new SecretParameters(() => SupportedActions.All.SelectMany(action => action.Parameters)));
        services.AddAuthenticators();
        services.AddGateway();
    }
}
