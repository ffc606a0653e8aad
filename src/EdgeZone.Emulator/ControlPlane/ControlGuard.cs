using System.Security.Cryptography;
using System.Text;
using EdgeZone.Emulator.Gateway;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.ControlPlane;

/// <summary>
/// Who may use the reserved paths, and where. Health is asked by what watches the process, the certificate by whoever shall trust it, and
/// neither is a secret: they stay in any case.
/// </summary>
internal sealed class ControlGuard(EmulatorSettings settings, WelcomeHosts hosts)
{
    private const string Scheme = "Bearer ";

    private readonly byte[]? _token = settings.Control.Token is { } token ? Digest(token) : null;

    /// <exception cref="ControlProblem">The request is refused.</exception>
    public void Admit(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.Equals(ControlPaths.Health, StringComparison.OrdinalIgnoreCase)
            || path.Equals(ControlPaths.AuthorityCertificate, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        RequireNoForeignPage(context.Request);
        RequireWelcomeHost(context.Request.Host);
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

    private static void RequireNoForeignPage(HttpRequest request)
    {
        if (WebOrigin.ForeignIn(request) is { } header)
        {
            throw new ControlProblem(
                403,
                $"A web page of another site sent this ({header}); type the address {request.Host}{request.Path} to open it yourself.",
                header[..header.IndexOf(':', StringComparison.Ordinal)]);
        }
    }

    private void RequireWelcomeHost(HostString host)
    {
        if (!hosts.Include(host))
        {
            throw new ControlProblem(
                403,
                $"Anybody's name server could give the name '{host.Host}' to this machine; list it in Emulator:Control:Hosts to use it.",
                "Host");
        }
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
