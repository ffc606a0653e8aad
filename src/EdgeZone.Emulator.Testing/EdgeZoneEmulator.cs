using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Keeping;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EdgeZone.Emulator.Testing;

/// <summary>
/// An emulator of the Edge Zone API inside a test. One application, two doors: <see cref="Endpoint"/> is a real socket for an SDK,
/// <see cref="CreateClient"/> needs none. Each emulator is a world of its own, and starting one takes milliseconds, so every test can have
/// its own.
/// </summary>
/// <example>
/// <code>
/// await using var emulator = await EdgeZoneEmulator.StartAsync(options => options.Settings["Auth:Mode"] = "Strict");
/// var profile = new HttpProfile { Endpoint = emulator.Endpoint.Authority, Protocol = "http://" };
/// </code>
/// </example>
public sealed class EdgeZoneEmulator : IAsyncDisposable
{
    private const string BuiltIn = "emulator";

    private readonly WebApplication _application;
    private readonly TwoDoorServer _server;

    private EdgeZoneEmulator(WebApplication application)
    {
        _application = application;
        _server = (TwoDoorServer)application.Services.GetRequiredService<IServer>();
        Endpoint = new Uri(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    /// <summary>Where the emulator listens: plain HTTP on a free port of 127.0.0.1.</summary>
    public Uri Endpoint { get; }

    /// <summary>
    /// The id of a credential that leads to the sandbox <c>default</c>. It is known in every mode, in <c>Strict</c> unless
    /// <see cref="EdgeZoneEmulatorOptions.Settings"/> list credentials of their own.
    /// </summary>
    public string SecretId { get; } = BuiltIn;

    /// <summary>The key that belongs to <see cref="SecretId"/>.</summary>
    public string SecretKey { get; } = BuiltIn;

    /// <summary>The application's services, for this project's own tests.</summary>
    internal IServiceProvider Services => _application.Services;

    /// <summary>Starts an emulator.</summary>
    /// <param name="configure">What shall differ from the defaults.</param>
    /// <exception cref="InvalidOperationException">A setting is bad; the message names it.</exception>
    public static async Task<EdgeZoneEmulator> StartAsync(Action<EdgeZoneEmulatorOptions>? configure = null)
    {
        var options = new EdgeZoneEmulatorOptions();
        configure?.Invoke(options);
        var application = Create(options);
        try
        {
            await application.StartAsync();
            return new EdgeZoneEmulator(application);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// A client that reaches the emulator in memory, without a socket. It signs nothing; unless <c>Auth:Mode</c> is <c>Strict</c>, a JSON
    /// body with the header <c>X-TC-Action</c> is enough.
    /// </summary>
    public HttpClient CreateClient() => _server.CreateClient();

    /// <summary>Ends the emulator and everything it holds.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static WebApplication Create(EdgeZoneEmulatorOptions options)
    {
        try
        {
            return EmulatorHost.Create([], builder => Configure(builder, options));
        }
        catch (SettingsException e)
        {
            throw new InvalidOperationException(e.Message, e);
        }
    }

    private static void Configure(WebApplicationBuilder builder, EdgeZoneEmulatorOptions options)
    {
        var settings = new Dictionary<string, string?>(options.Settings, StringComparer.OrdinalIgnoreCase);
        if (!settings.Keys.Any(name => name.StartsWith("Credentials:", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var (name, value) in FixtureDefaults.Credential)
            {
                settings[name] = value;
            }
        }

        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(FixtureDefaults.Section + setting.Key, setting.Value)));
        builder.Configuration["urls"] = "http://127.0.0.1:0";

        var services = builder.Services;
        services.AddSingleton(options.TimeProvider);
        if (options.FrozenAt is { } instant)
        {
            var time = new StandingTime(instant);
            services.AddSingleton(provider => new SandboxFactory(
                provider.GetRequiredService<WorldSeed>(), provider.GetRequiredService<EmulatorSettings>(), time));
            services.AddSingleton(provider => new SandboxRegistry(
                provider.GetRequiredService<SandboxFactory>(),
                provider.GetRequiredService<EmulatorSettings>(),
                time,
                provider.GetRequiredService<SandboxKeeping>().Keeper));
        }

        services.AddSingleton<IHostLifetime, UnattendedLifetime>();
        var kestrel = services.Last(service => service.ServiceType == typeof(IServer)).ImplementationType!;
        services.AddSingleton<IServer>(provider => new TwoDoorServer(
            (IServer)ActivatorUtilities.CreateInstance(provider, kestrel),
            new TestServer(provider, Options.Create(new TestServerOptions()))));
    }
}
