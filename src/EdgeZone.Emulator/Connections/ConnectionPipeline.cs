using System.Net;
using System.Net.Security;
using EdgeZone.Emulator.Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace EdgeZone.Emulator.Connections;

/// <summary>
/// What a connection goes through before it is HTTP: TLS, where it is spoken, and the look at the <c>Host</c> inside of it. The server adds TLS
/// to a listener once and for all connections; here every listener has it, and those of a plain one go around.
/// </summary>
internal static class ConnectionPipeline
{
    /// <summary>Prepares a listener.</summary>
    /// <param name="listener">It.</param>
    /// <param name="isSecure">Whether it speaks TLS from the first byte on.</param>
    /// <param name="certificates">What is shown to clients.</param>
    /// <param name="proxy">What tunnels are asked of, where TLS is not spoken from the first byte on.</param>
    /// <param name="room">Holds all of them to their number.</param>
    public static void UseConnections(this ListenOptions listener, bool isSecure, ServerCertificates certificates, ProxyConnections proxy, ConnectionRoom room)
    {
        // The innermost is built first, for each endpoint of a listener anew: when the outermost is built, this is what it goes around TLS to.
        listener.Use(next => room.Before(next, isSecure));
        ConnectionDelegate http = _ => throw new InvalidOperationException();
        listener.Use(secured => isSecure ? secured : new PlainConnections(http, secured, proxy, listener.KestrelServerOptions.Limits).HandleAsync);
        listener.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = handshake => ValueTask.FromResult(Options(handshake, certificates)),
            HandshakeTimeout = listener.KestrelServerOptions.Limits.RequestHeadersTimeout,
        });
        listener.Use(next => http = HostSchemeRewriter.Before(next));
    }

    private static SslServerAuthenticationOptions Options(TlsHandshakeCallbackContext handshake, ServerCertificates certificates) => new()
    {
        ServerCertificateContext = certificates.For(
            handshake.ClientHelloInfo.ServerName, (handshake.Connection.LocalEndPoint as IPEndPoint)?.Address),
        EnabledSslProtocols = System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13,
    };
}
