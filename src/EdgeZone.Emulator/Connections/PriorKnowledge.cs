using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace EdgeZone.Emulator.Connections;

/// <summary>
/// Tells the server that a connection without TLS speaks HTTP/2. Where both versions are spoken it believes nobody but TLS, and asks these two
/// what TLS has agreed on; the scheme of a request is what the client says.
/// </summary>
internal sealed class PriorKnowledge : ITlsConnectionFeature, ITlsApplicationProtocolFeature
{
    private static readonly PriorKnowledge Http2 = new();

    private static readonly ReadOnlyMemory<byte> Name = "h2"u8.ToArray();

    /// <summary>No certificate either.</summary>
    public X509Certificate2? ClientCertificate
    {
        get => null;
        set => throw new NotSupportedException();
    }

    public ReadOnlyMemory<byte> ApplicationProtocol => Name;

    public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult<X509Certificate2?>(null);

    public static void Note(IFeatureCollection features)
    {
        features.Set<ITlsConnectionFeature>(Http2);
        features.Set<ITlsApplicationProtocolFeature>(Http2);
    }
}
