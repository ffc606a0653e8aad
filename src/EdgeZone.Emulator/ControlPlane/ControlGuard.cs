using System.Security.Cryptography;
using System.Text;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>Who may use the reserved paths, and where. Health is asked by what watches the process and has no secrets: it stays in any case.</summary>
internal sealed class ControlGuard(EmulatorSettings settings)
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? _token = settings.Control.Token is { } token ? Digest(token) : null;

    /// <exception cref="ControlProblem">The request is refused.</exception>
    public void Admit(HttpContext context)
    {
        RequireOwnOrigin(context.Request);
        var path = context.Request.Path;
        if (path.Equals(ControlPaths.Health, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (!settings.Control.Enabled || (settings.Control.Port is not null && !IsOnControlPort(context)))
        {
            throw new ControlProblem(404, $"There is nothing at {path}.");
        }
        // The page and the document tell no secrets, and a browser cannot send a token with the first look at a page.
        if (path.StartsWithSegments(ControlPaths.Root))
        {
            RequireToken(context);
        }
    }

    /// <summary>Whether the request came in at the control plane's own port: the connection knows, the <c>Host</c> header may claim anything.</summary>
    public bool IsOnControlPort(HttpContext context) => context.Connection.LocalPort == settings.Control.Port;

    private void RequireToken(HttpContext context)
    {
        if (_token is null)
        {
            return;
        }

        var sent = context.Request.Headers.Authorization.ToString();
        // Digests are of one length, so neither the comparison nor its absence tells anything about the token's.
        if (sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Digest(sent[Scheme.Length..].Trim()), _token))
        {
            return;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"EdgeZone.Emulator\"";
        throw new ControlProblem(401, "The control plane needs the header Authorization: Bearer with the token of Emulator:Control:Token.");
    }

    // A page somewhere in the web must not steer the emulator of whoever looks at it.
    private static void RequireOwnOrigin(HttpRequest request)
    {
        if (request.Headers.Origin is { Count: > 0 } origin && !IsOwn(origin.ToString(), request.Host))
        {
            throw new ControlProblem(403, $"The origin {origin} is not the emulator's own, {request.Host}.", "Origin");
        }
    }

    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
        && uri.Port == (host.Port ?? (uri.Scheme == "https" ? 443 : 80));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
