namespace EdgeZone.Emulator.Testing.Connections;

/// <summary>Reaches the emulator in memory; what its clients see of a broken connection is what a socket would show them.</summary>
internal sealed class MemoryHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (BrokenConnection.IsMeant(e, cancellationToken))
        {
            throw BrokenConnection.Of(e);
        }
    }
}
