using System.Net;
using EdgeZone.Emulator.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EdgeZone.Emulator.Exploring;

/// <summary>The emulator in which a search goes on: one that runs, or one that is started for it.</summary>
internal sealed class ExploredEmulator : IAsyncDisposable
{
    private readonly WebApplication? _host;
    private readonly HttpClient _http;

    private ExploredEmulator(Uri address, string? token, WebApplication? host)
    {
        (Address, _host) = (address, host);
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        Control = new ControlConnection(_http, token);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Its control plane.</summary>
    public ControlConnection Control { get; }

    /// <summary>Reaches the emulator, or starts one on a free port of this machine.</summary>
    /// <param name="url">Where it listens; null to start one.</param>
    /// <param name="token">What guards its control plane; null when nothing does.</param>
    /// <param name="createHost">Makes the application.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="cancellation">Ends a start that has not come to its end.</param>
    public static async Task<ExploredEmulator> ReachAsync(
        string? url, string? token, Func<string[], WebApplication> createHost, string[] settings, CancellationToken cancellation)
    {
        if (url is not null)
        {
            return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? new ExploredEmulator(new Uri(address!.GetLeftPart(UriPartial.Authority)), token, host: null)
                : throw new ExplorationException($"'{url}' is no address of an emulator, such as http://localhost:8080.");
        }

        // What the settings say comes later and wins, but for the address.
        var host = await StoppableStart.RunAsync(
            () => createHost(["--Emulator:Logging:Level=Warning", .. settings, $"--urls=http://{IPAddress.Loopback}:0"]), cancellation);
        await host.StartAsync(cancellation);
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new ExploredEmulator(new Uri(addresses.First()), token, host);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_host is not null)
        {
            await _host.StopAsync();
            await _host.DisposeAsync();
        }
    }
}
