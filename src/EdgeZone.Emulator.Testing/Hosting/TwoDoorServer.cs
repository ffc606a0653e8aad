using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;

namespace EdgeZone.Emulator.Testing.Hosting;

/// <summary>One application behind two servers: a real socket for SDKs, and one in memory for tests that need none.</summary>
internal sealed class TwoDoorServer(IServer socket, TestServer memory) : IServer
{
    /// <summary>The addresses are the socket's.</summary>
    public IFeatureCollection Features => socket.Features;

    public HttpMessageHandler CreateHandler() => memory.CreateHandler();

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        await ((IServer)memory).StartAsync(application, cancellationToken);
        await socket.StartAsync(application, cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await socket.StopAsync(cancellationToken);
        await ((IServer)memory).StopAsync(cancellationToken);
    }

    public void Dispose()
    {
        socket.Dispose();
        memory.Dispose();
    }
}
