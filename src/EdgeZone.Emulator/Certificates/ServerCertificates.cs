using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Certificates;

/// <summary>
/// Which certificate a client is shown: the user's own, or one that the local authority issues for the name that the client asked for. The
/// authority and what it issues are made with the first handshake that needs them, so a start that nobody calls by TLS costs nothing.
/// </summary>
internal sealed class ServerCertificates
{
    /// <summary>How many certificates are kept; a client that thinks up further names has them issued anew.</summary>
    public const int Capacity = 256;

    /// <summary>A certificate this close to its end is issued anew.</summary>
    private static readonly TimeSpan Renewal = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (SslStreamCertificateContext Context, DateTimeOffset End)> _issued = new(StringComparer.Ordinal);
    private readonly HttpsSettings _settings;
    private readonly Lazy<CertificateAuthority>? _authority;
    private readonly SslStreamCertificateContext? _own;

    /// <exception cref="SettingsException">A file of the settings cannot be used; the message names it.</exception>
    public ServerCertificates(EmulatorSettings settings)
    {
        _settings = settings.Https;
        if (_settings is { Certificate: { } certificate, Key: { } key })
        {
            _own = OwnCertificate.Read(certificate, key, DateTimeOffset.UtcNow);
        }
        else if (_settings.Directory is { } directory)
        {
            var kept = KeptAuthority.Open(directory, DateTimeOffset.UtcNow);
            _authority = new(() => kept);
        }
        else
        {
            _authority = new(() => CertificateAuthority.Create(DateTimeOffset.UtcNow));
        }
    }

    /// <summary>What a client has to trust; null while a certificate of the user's own is shown, whose root is not the emulator's to give.</summary>
    public CertificateAuthority? Authority => _authority?.Value;

    /// <summary>The certificate for a client.</summary>
    /// <param name="name">The name that the client asked for; empty when it asked for none, as for an address.</param>
    /// <param name="local">The address that the client reached.</param>
    public SslStreamCertificateContext For(string name, IPAddress? local)
    {
        if (_own is not null)
        {
            return _own;
        }

        var host = HostNames.IsHostName(name) ? ApiHosts.Normal(name) : "";
        return IsOurs(host) ? Issued(host, [host, .. Everyday])
            : name.Length == 0 && local is not null && !IPAddress.IsLoopback(local) ? Issued($"{local}", [$"{local}", .. Everyday])
            : Issued("", Everyday);
    }

    /// <summary>A certificate ready for handshakes; nothing is fetched from anywhere to complete its chain.</summary>
    public static SslStreamCertificateContext Context(X509Certificate2 certificate, X509Certificate2Collection others)
    {
        // Windows' own TLS takes no key that is in memory only.
        var usable = OperatingSystem.IsWindows()
            ? X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null)
            : certificate;
        return SslStreamCertificateContext.Create(usable, others, offline: true);
    }

    private IEnumerable<string> Everyday => ((string[])
        ["localhost", "127.0.0.1", "::1", Dns.GetHostName(), .. ApiHosts.WithoutRegion, .. _settings.Names]).Distinct(StringComparer.OrdinalIgnoreCase);

    // A name that the public name system answers for, and that nobody listed, is not the emulator's to speak for: its client is shown the
    // everyday certificate, and says which name was missing.
    private bool IsOurs(string host) =>
        host.Length > 0 && (ApiHosts.AreOurs(host) || HostNames.IsPrivate(host)) && !Everyday.Contains(host, StringComparer.OrdinalIgnoreCase);

    private SslStreamCertificateContext Issued(string key, IEnumerable<string> hosts)
    {
        lock (_lock)
        {
            var now = DateTimeOffset.UtcNow;
            if (_issued.TryGetValue(key, out var known) && known.End - Renewal > now)
            {
                return known.Context;
            }

            if (_issued.Count >= Capacity)
            {
                _issued.Clear();
            }

            var authority = _authority!.Value;
            var leaf = authority.Issue([.. hosts.Where(host => IPAddress.TryParse(host, out _) || HostNames.IsHostName(host))], now);
            var context = Context(leaf, []);
            _issued[key] = (context, leaf.NotAfter);
            return context;
        }
    }
}
