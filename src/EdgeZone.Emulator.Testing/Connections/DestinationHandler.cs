namespace EdgeZone.Emulator.Testing.Connections;

/// <summary>
/// Leads every request to the emulator, whatever host it is for, and names that host in <c>Host</c>, for that is what was signed. Whoever is given it
/// may dispose of it: the handlers behind it serve others too.
/// </summary>
internal sealed class DestinationHandler(HttpMessageHandler inner, Uri endpoint, SandboxDoor door) : HttpMessageHandler
{
    // Nothing of it has to be disposed of but the handler, which is somebody else's.
    private readonly HttpMessageInvoker _inner = new(inner, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        if (asked.GetLeftPart(UriPartial.Authority) != endpoint.GetLeftPart(UriPartial.Authority))
        {
            request.Headers.Host ??= asked.Authority;
            request.RequestUri = new Uri(endpoint, asked.PathAndQuery);
        }

        door.Enter();
        try
        {
            return await _inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            door.Leave();
        }
    }
}
