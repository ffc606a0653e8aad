using EdgeZone.Emulator.Domain.Worlds;
using EdgeZone.Emulator.Exploring;
using EdgeZone.Emulator.Keeping;
using EdgeZone.Emulator.Sandboxes;
using EdgeZone.Emulator.Settings;
using EdgeZone.Emulator.Testing.Connections;
using EdgeZone.Emulator.Testing.Control;
using EdgeZone.Emulator.Testing.Hosting;
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
public sealed partial class EdgeZoneEmulator : IAsyncDisposable
{
    private const string BuiltIn = "emulator";

    private static readonly Uri InMemory = new("http://localhost/");

    private readonly WebApplication? _application;
    private readonly EmulatorAccess _access;

    private EdgeZoneEmulator(WebApplication application, EdgeZoneEmulatorOptions options)
    {
        _application = application;
        var server = (TwoDoorServer)application.Services.GetRequiredService<IServer>();
        var endpoint = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        var token = application.Services.GetRequiredService<EmulatorSettings>().Control.Token;
        _access = new EmulatorAccess(endpoint, new MemoryHandler(server.CreateHandler()), token, options.TimeProvider);
    }

    private EdgeZoneEmulator(EmulatorAccess access, EmulatorInfo info)
    {
        _access = access;
        (SecretId, SecretKey) = info.BuiltInCredential is { } credential ? (credential.SecretId, credential.SecretKey) : ("", "");
    }

    /// <summary>Where the emulator listens; one that was started here does so with plain HTTP on a free port of 127.0.0.1.</summary>
    public Uri Endpoint => _access.Endpoint;

    /// <summary>
    /// The id of a credential that leads to the sandbox <c>default</c>. It is known in every mode, in <c>Strict</c> unless
    /// <see cref="EdgeZoneEmulatorOptions.Settings"/> list credentials of their own. Empty when another process runs the emulator and has none.
    /// </summary>
    public string SecretId { get; } = BuiltIn;

    /// <summary>The key that belongs to <see cref="SecretId"/>.</summary>
    public string SecretKey { get; } = BuiltIn;

    /// <summary>What can be said to the emulator as a whole.</summary>
    public ControlPlaneClient Control => _access.Control;

    /// <summary>The application's services, for this project's own tests.</summary>
    internal IServiceProvider Services => _application!.Services;

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
            return new EdgeZoneEmulator(application, options);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes use of an emulator that runs elsewhere, in a container for instance. It goes on running when this is disposed of.</summary>
    /// <param name="endpoint">Where it listens, for instance <c>http://localhost:8080</c>; with a control plane on a port of its own, that port.</param>
    /// <param name="token">Its setting <c>Control:Token</c>; null, the default, when it has none.</param>
    /// <param name="cancellationToken">Ends the wait for it.</param>
    /// <exception cref="HttpRequestException">Nothing answers there.</exception>
    /// <exception cref="ControlPlaneException">What answers is no emulator, or wants a token.</exception>
    /// <example>
    /// <code>
    /// await using var emulator = await EdgeZoneEmulator.ConnectAsync(new Uri("http://localhost:8080"));
    /// await using var sandbox = await emulator.CreateSandboxAsync();
    /// </code>
    /// </example>
    public static async Task<EdgeZoneEmulator> ConnectAsync(Uri endpoint, string? token = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var access = new EmulatorAccess(endpoint, new SocketsHttpHandler(), token, TimeProvider.System);
        try
        {
            return new EdgeZoneEmulator(access, await access.Control.GetInfoAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            access.Dispose();
            throw;
        }
    }

    /// <summary>Makes a sandbox, a world of a test's own. Its clock is frozen unless the options say otherwise.</summary>
    /// <param name="options">What shall differ from a fresh one under a name that is made up.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    /// <exception cref="ControlPlaneException">An option makes no sense, or there are as many sandboxes as allowed.</exception>
    public Task<Sandbox> CreateSandboxAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default) =>
        Sandbox.CreateAsync(_access, options ?? new SandboxOptions(), cancellationToken);

    /// <summary>
    /// Runs code once with nothing going wrong, then once for everything that could, each time in the same small world, and judges it without being
    /// told what it is for: who reports success must hold what the undisturbed run held, all of it running; who fails must hold nothing; nobody may run
    /// for ever.
    /// </summary>
    /// <param name="code">The code: it returns when it has done what it is to do, and throws when it has not. Its time is the sandbox's.</param>
    /// <param name="options">What to search for, and how long.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ExploreException">The code fails although nothing goes wrong, or does something else the second time.</exception>
    /// <example>
    /// <code>
    /// var report = await emulator.ExploreAsync(async sandbox => await new Provisioner(sandbox.CreateClient(), sandbox.TimeProvider).ProvideAsync(3));
    /// report.Verify();
    /// </code>
    /// </example>
    public async Task<ExploreReport> ExploreAsync(
        Func<Sandbox, Task> code, ExploreOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        options ??= new ExploreOptions();
        await using var fresh = options.From is null ? await CreateOriginAsync(options.Sandbox, cancellationToken).ConfigureAwait(false) : null;
        var program = new ExploredCode(_access, (options.From ?? fresh)!.Name, code, options);
        var report = await new Exploration(program, options.Internal).RunAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return report.State == ExplorationState.Complete ? new ExploreReport(report) : throw new ExploreException(new ExploreReport(report).ToString());
    }

    // Ids follow from the name: under the same one two searches give the same report.
    private async Task<Sandbox> CreateOriginAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await CreateSandboxAsync(options with { Name = options.Name ?? ControlConnection.OriginName }, cancellationToken).ConfigureAwait(false);
        }
        catch (ControlPlaneException e) when (e.Status == System.Net.HttpStatusCode.Conflict && options.Name is null)
        {
            return await CreateSandboxAsync(options, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A client that reaches the emulator, in memory when it was started here. It signs nothing; unless <c>Auth:Mode</c> is <c>Strict</c>, a JSON
    /// body with the header <c>X-TC-Action</c> is enough.
    /// </summary>
    public HttpClient CreateClient() => new(_access.Handler, disposeHandler: false)
    {
        BaseAddress = _application is null ? Endpoint : InMemory,
    };

    /// <summary>Ends an emulator that was started here, and everything it holds.</summary>
    public async ValueTask DisposeAsync()
    {
        _access.Dispose();
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }
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
        builder.Configuration["urls"] = options.Https ? "http://127.0.0.1:0;https://127.0.0.1:0" : "http://127.0.0.1:0";

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
