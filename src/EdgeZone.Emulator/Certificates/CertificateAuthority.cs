using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdgeZone.Emulator.Certificates;

/// <summary>
/// The emulator's own certificate authority. Nobody trusts it but whoever is told to, and its key never leaves the process or the directory
/// that it is kept in.
/// </summary>
internal sealed class CertificateAuthority(X509Certificate2 certificate)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private static readonly TimeSpan Life = TimeSpan.FromDays(3650);

    /// <summary>Clients refuse certificates of servers that live for more than 398 days.</summary>
    private static readonly TimeSpan LeafLife = TimeSpan.FromDays(396);

    /// <summary>Clocks of clients differ a little, in containers and virtual machines more.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(1);

    /// <summary>The authority's certificate, with its key.</summary>
    public X509Certificate2 Certificate => certificate;

    /// <summary>What a client has to trust.</summary>
    public string Pem => certificate.ExportCertificatePem() + "\n";

    /// <summary>Makes a new one.</summary>
    public static CertificateAuthority Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // Two of one name in one trust store are a puzzle for some clients.
        var name = new X500DistinguishedName($"CN=EdgeZone.Emulator {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}, O=EdgeZone.Emulator");
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return new CertificateAuthority(request.CreateSelfSigned(now - Past, now + Life));
    }

    /// <summary>Issues a certificate for a server of these names and addresses, with its key.</summary>
    public X509Certificate2 Issue(IReadOnlyCollection<string> hosts, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={CommonName(hosts)}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
            certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        request.CertificateExtensions.Add(Names(hosts));
        var end = now + LeafLife;
        using var issued = request.Create(
            certificate, now - Past, end < certificate.NotAfter ? end : certificate.NotAfter, RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(key);
    }

    private static X509Extension Names(IEnumerable<string> hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        return names.Build();
    }

    // A common name has room for 64 letters; whoever verifies looks at the alternative names.
    private static string CommonName(IEnumerable<string> hosts) =>
        hosts.FirstOrDefault(host => host.Length <= 64 && !host.Contains(':', StringComparison.Ordinal)) ?? "EdgeZone.Emulator";
}
