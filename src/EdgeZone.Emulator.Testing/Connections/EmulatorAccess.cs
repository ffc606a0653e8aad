using EdgeZone.Emulator.Exploring;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Testing.Connections;

/// <summary>How an emulator is reached: in memory or over a socket, it makes no other difference.</summary>
internal sealed class EmulatorAccess : IDisposable
{
    private readonly HttpClient _client;
    private readonly string? _token;

    /// <param name="endpoint">Where it listens.</param>
    /// <param name="handler">Sends a request there.</param>
    /// <param name="token">The setting <c>Control:Token</c>; null when there is none.</param>
    /// <param name="signingTime">The time by which it judges signatures.</param>
    public EmulatorAccess(Uri endpoint, HttpMessageHandler handler, string? token, TimeProvider signingTime)
    {
        (Endpoint, Handler, _token, SigningTime) = (endpoint, handler, token, signingTime);
        _client = new HttpClient(handler) { BaseAddress = endpoint };
        Control = new ControlPlaneClient(_client, token);
    }

    public Uri Endpoint { get; }

    public HttpMessageHandler Handler { get; }

    public TimeProvider SigningTime { get; }

    public ControlPlaneClient Control { get; }

    /// <summary>The control plane through another handler.</summary>
    public ControlPlaneClient ControlThrough(HttpMessageHandler handler) => new(new HttpClient(handler) { BaseAddress = Endpoint }, _token);

    /// <summary>The control plane as a search needs it.</summary>
    public ControlConnection ConnectControl() => new(_client, _token);

    public void Dispose() => _client.Dispose();
}
