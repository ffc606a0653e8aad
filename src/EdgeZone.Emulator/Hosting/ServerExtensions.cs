using EdgeZone.Emulator.Certificates;
using EdgeZone.Emulator.Connections;
using EdgeZone.Emulator.Proxy;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EdgeZone.Emulator.Hosting;

/// <summary>Kestrel, opened as wide as the gateway needs it: what is over the API's limits shall get the API's error, not a dropped connection.</summary>
internal static partial class ServerExtensions
{
    private const int LargestHead = 64 * 1024;
    private const int MostHeaders = 1000;
    private const int LeastBytesPerSecond = 240;

    public static void AddServer(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ServerCertificates>();
        builder.Services.AddSingleton<ProxyGuard>();
        builder.Services.AddSingleton<PassingTunnel>();
        builder.Services.AddSingleton<ProxyConnections>();
        builder.Services.AddSingleton<ConnectionRoom>();
        builder.Services.AddSingleton<Listeners>();
        builder.WebHost.ConfigureKestrel(Configure);
        builder.Services.AddOptions<KestrelServerOptions>().Configure<EmulatorSettings>((kestrel, settings) => Configure(kestrel.Limits, settings.Connections));
        builder.Services.AddOptions<HostOptions>().Configure<EmulatorSettings>((host, settings) => host.ShutdownTimeout = settings.Connections.StopTime);
    }

    /// <summary>
    /// Binds the addresses that ASP.NET's own settings name, loopback's port 8080 when none does, HTTPS beside them, and the control plane's port on
    /// the same hosts.
    /// </summary>
    /// <exception cref="SettingsException">There is no such address, or a file of HTTPS cannot be used.</exception>
    public static void Listen(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<EmulatorSettings>();
        var addresses = SecureAddresses.Complete(ListenAddresses.AskedFor(app.Configuration), settings.Https, out var busyPort);
        addresses = ListenAddresses.Resolve(addresses);
        if (settings.Control is { Enabled: true, Port: { } port })
        {
            addresses = ListenAddresses.AddPort(addresses, port);
        }

        if (busyPort is { } busy)
        {
            Log.PortInUse(app.Logger, busy);
        }

        // What is wrong with files is said now; what can wait for the first handshake waits.
        app.Services.GetRequiredService<ServerCertificates>();
        // A server in memory has no addresses.
        if (app.Services.GetRequiredService<IServer>().Features is var features && features.Get<IServerAddressesFeature>() is { } bound)
        {
            features.Set<IServerAddressesFeature>(app.Services.GetRequiredService<Listeners>().Expect(bound, addresses));
        }
    }

    private static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowHostHeaderOverride = true;
        kestrel.Limits.MaxRequestLineSize = LargestHead;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHead;
        kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
        // The gateway counts: it knows which of the API's limits holds.
        kestrel.Limits.MaxRequestBodySize = null;
        // What HTTP/2 says of its scheme need not be what the connection is: without TLS it is known only here that it is HTTP/2.
        kestrel.AllowAlternateSchemes = true;
        kestrel.ConfigureEndpointDefaults(listener => listener.ApplicationServices.GetRequiredService<Listeners>().Configure(listener));
    }

    private static void Configure(KestrelServerLimits limits, ConnectionSettings settings)
    {
        limits.RequestHeadersTimeout = settings.HeadTime;
        limits.KeepAliveTimeout = settings.IdleTime;
        limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesPerSecond, settings.BodyTime);
        limits.MinResponseDataRate = new MinDataRate(LeastBytesPerSecond, settings.BodyTime);
    }

    private static partial class Log
    {
        [LoggerMessage(
            30, LogLevel.Warning, "HTTPS is not served: port {Port} is in use. Emulator:Https:Port chooses another one, Emulator:Https:Enabled=false none")]
        public static partial void PortInUse(ILogger logger, int port);
    }
}
