using EdgeZone.Emulator.Connections;
using EdgeZone.Emulator.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EdgeZone.Emulator.Hosting;

/// <summary>Kestrel, opened as wide as the gateway needs it: what is over the API's limits shall get the API's error, not a dropped connection.</summary>
internal static class ServerExtensions
{
    private const int LargestHead = 64 * 1024;
    private const int MostHeaders = 1000;

    /// <summary>How long calls under way may take to end once the process is asked to stop: it is gone within two seconds, on a busy machine too.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(1);

    public static void AddServer(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(Configure);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTimeout);
    }

    /// <summary>Binds the addresses that ASP.NET's own settings name, loopback's port 8080 when none does, and the control plane's port on the same hosts.</summary>
    /// <exception cref="SettingsException">There is no such address.</exception>
    public static void Listen(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<EmulatorSettings>();
        var addresses = ListenAddresses.Resolve(ListenAddresses.From(app.Configuration));
        if (settings.Control is { Enabled: true, Port: { } port })
        {
            addresses = ListenAddresses.AddPort(addresses, port);
        }
        // A server in memory has no addresses.
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        foreach (var address in addresses)
        {
            bound?.Addresses.Add(address);
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
        kestrel.ConfigureEndpointDefaults(listener => listener.UseHostSchemeRewriter());
    }
}
