using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EdgeZone.Emulator.Connections;

/// <summary>
/// Lets clients in whose <c>Host</c> header is a whole URL, as tccli's is when its endpoint names a scheme (it has no other way to ask for
/// plain HTTP). The server answers those with an empty 400 before any middleware runs and has no switch for it, so the connection shows it
/// a host without scheme, and the first middleware puts back what the client sent, and signed.
/// </summary>
internal static class HostSchemeRewriter
{
    /// <summary>Looks at the connections of an endpoint. It passes encrypted bytes on unseen, so on HTTPS it has to come after TLS.</summary>
    public static ListenOptions UseHostSchemeRewriter(this ListenOptions options)
    {
        options.Use(Before);
        return options;
    }

    /// <summary>The same in front of what speaks HTTP.</summary>
    public static ConnectionDelegate Before(ConnectionDelegate next) => async connection =>
    {
        var transport = connection.Transport;
        var receivedHost = connection.Features.Get<ReceivedHost>();
        if (receivedHost is null)
        {
            receivedHost = new ReceivedHost();
            connection.Features.Set(receivedHost);
        }

        connection.Transport = new Transport(new HostRewritingReader(transport.Input, receivedHost), transport.Output);
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = transport;
        }
    };

    /// <summary>Gives every request the host back that its client sent. It comes first: what one request leaves behind would become another's.</summary>
    public static IApplicationBuilder UseReceivedHost(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            // A server in memory has no connection, and replaces nothing.
            if (context.Features.Get<ReceivedHost>()?.Take() is { } original)
            {
                context.Request.Headers.Host = original;
            }

            return next(context);
        });

    private sealed class Transport(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
