using System.IO.Pipelines;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EdgeZone.Emulator.Connections;

/// <summary>
/// Lets clients in whose <c>Host</c> header is a whole URL, as tccli's is when its endpoint names a scheme (it has no other way to ask for
/// plain HTTP). The server answers those with an empty 400 before any middleware runs and has no switch for it, so the connection has to
/// step in. What the client sent, and signed, is kept in <see cref="ReceivedHost"/>.
/// </summary>
internal static class HostSchemeRewriter
{
    /// <summary>Looks at the connections of an endpoint. It passes encrypted bytes on unseen, so on HTTPS it has to come after TLS.</summary>
    public static ListenOptions UseHostSchemeRewriter(this ListenOptions options)
    {
        options.Use(next => async connection =>
        {
            var transport = connection.Transport;
            connection.Transport = new Transport(new HostRewritingReader(transport.Input), transport.Output);
            try
            {
                await next(connection);
            }
            finally
            {
                connection.Transport = transport;
            }
        });
        return options;
    }

    private sealed class Transport(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
