using System.Net;
using System.Text;
using EdgeZone.Emulator.Proxy;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeZone.Emulator.Connections;

/// <summary>
/// Requests as they are sent to a proxy without a tunnel: the target is a whole URL. Also a <c>CONNECT</c> where none can be had: inside
/// a tunnel, behind another request, by HTTP/2. What is refused here must never have a status of 2xx, or a client takes it for a tunnel.
/// </summary>
internal static class ProxyRequests
{
    private const string SchemeEnd = "://";

    /// <summary>Looks at the target of every request; almost all begin with a slash, and only a CONNECT means a tunnel by one.</summary>
    public static IApplicationBuilder UseProxy(this IApplicationBuilder app)
    {
        var guard = app.ApplicationServices.GetRequiredService<ProxyGuard>();
        return app.Use((context, next) =>
        {
            var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
            var isCommon = target is [] or ['/', ..] or ['*'] && !HttpMethods.IsConnect(context.Request.Method);
            return isCommon ? next(context) : HandleAsync(context, target, guard, next);
        });
    }

    private static Task HandleAsync(HttpContext context, string target, ProxyGuard guard, RequestDelegate next)
    {
        if (HttpMethods.IsConnect(context.Request.Method))
        {
            return RefuseAsync(
                context,
                guard.IsEnabled
                    ? "A CONNECT is answered only as the first request of a connection, without TLS and by HTTP/1.1."
                    : "EdgeZone.Emulator opens no tunnels: Emulator:Proxy:Enabled is false.");
        }

        if (!guard.IsEnabled)
        {
            // As any server answers it: the host is what the Host header says, and nothing is passed on.
            return next(context);
        }

        var authority = Authority(target);
        if (!ProxyTarget.TryParse(authority, target.StartsWith("https", StringComparison.OrdinalIgnoreCase) ? 443 : 80, out var parsed))
        {
            return RefuseAsync(context, "The target of the request has no host that could be one.");
        }

        return guard.Decide(context.Request.Method, parsed, Local(context), out var reason) == ProxyVerdict.Answer
            ? next(context)
            : RefuseAsync(context, reason);
    }

    private static IPAddress? Local(HttpContext context) =>
        context.Connection.LocalIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.LocalIpAddress;

    private static string Authority(string target)
    {
        var scheme = target.IndexOf(SchemeEnd, StringComparison.Ordinal);
        var rest = scheme < 0 ? target : target[(scheme + SchemeEnd.Length)..];
        var end = rest.AsSpan().IndexOfAny("/?#");
        return end < 0 ? rest : rest[..end];
    }

    private static Task RefuseAsync(HttpContext context, string sentence)
    {
        var body = Encoding.UTF8.GetBytes(sentence + "\n");
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = ProxyAnswer.ContentType;
        context.Response.ContentLength = body.Length;
        if (HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            context.Response.Headers.Connection = "close";
        }

        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
