namespace EdgeZone.Emulator.Tests.Wire;

/// <summary>Signs whatever names an action in <c>X-TC-Action</c>, as an SDK would.</summary>
internal sealed class SigningHandler(ClientCredential credential, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new Tc3Call(request.Headers.GetValues("X-TC-Action").Single(), await request.Content!.ReadAsStringAsync(cancellationToken))
        {
            Credential = credential,
        };
        using var signed = call.Build(request.RequestUri!, time.GetUtcNow());
        return await base.SendAsync(signed, cancellationToken);
    }
}
