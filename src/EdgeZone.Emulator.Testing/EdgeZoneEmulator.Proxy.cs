using System.Net;
using EdgeZone.Emulator.Proxy;
using EdgeZone.Emulator.Testing.Control;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeZone.Emulator.Testing;

/// <content>The emulator as the proxy of the program under test.</content>
public sealed partial class EdgeZoneEmulator
{
    /// <summary>
    /// A proxy that answers what is meant for the API and refuses everything else. Who sends its calls through it, and trusts
    /// <see cref="CertificateAuthority"/>, needs no other endpoint and never reaches the real cloud.
    /// </summary>
    public IWebProxy Proxy => new WebProxy(Endpoint);

    /// <summary>The latest requests that wanted to leave through <see cref="Proxy"/>, the newest first.</summary>
    public IReadOnlyList<EscapedRequest> EscapedRequests =>
    [
        .. StartedHere.GetRequiredService<ProxyGuard>().Read().Latest.Select(
            attempt => new EscapedRequest(attempt.At, attempt.Method, $"{attempt.Target}", attempt.Reason)),
    ];

    /// <summary>Fails when a request wanted to leave through <see cref="Proxy"/>; called at the end of a test, or of all of them.</summary>
    /// <exception cref="InvalidOperationException">Some did; the message lists them.</exception>
    public void VerifyNothingEscaped()
    {
        var (_, total) = StartedHere.GetRequiredService<ProxyGuard>().Read();
        if (total > 0)
        {
            throw new InvalidOperationException(
                $"{total} requests wanted to leave the test and were refused: "
                    + $"{string.Join(", ", EscapedRequests.Select(request => $"{request.Method} {request.Target}"))}");
        }
    }
}
