using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Certificates;

/// <summary>
/// The authority in a directory: one file with certificate and key, which only its owner can read, and beside it a copy of the certificate for
/// whoever shall trust it. The first is the truth; the second is written anew at each start.
/// </summary>
internal static class KeptAuthority
{
    /// <summary>Certificate and key.</summary>
    public const string KeyFile = "edgezone-ca-key.pem";

    /// <summary>The certificate alone.</summary>
    public const string CertificateFile = "edgezone-ca.pem";

    private const string Name = $"{EmulatorSettings.Section}:Https:Directory";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Everybody = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The authority of the directory; it is made if there is none yet.</summary>
    /// <exception cref="SettingsException">It cannot be read or written, is damaged or has expired; the message names the file.</exception>
    public static CertificateAuthority Open(string directory, DateTimeOffset now)
    {
        var path = Path.Combine(directory, KeyFile);
        try
        {
            Directory.CreateDirectory(directory);
            if (!File.Exists(path))
            {
                Write(path, KeyAndCertificate(CertificateAuthority.Create(now)), OwnerOnly, overwrite: false);
            }

            var authority = Read(path, now);
            var copy = Path.Combine(directory, CertificateFile);
            if (!File.Exists(copy) || File.ReadAllText(copy) != authority.Pem)
            {
                Write(copy, authority.Pem, Everybody, overwrite: true);
            }

            return authority;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{Name}: '{directory}' cannot keep the certificate authority: {e.Message}");
        }
    }

    private static CertificateAuthority Read(string path, DateTimeOffset now)
    {
        X509Certificate2 certificate;
        try
        {
            certificate = X509Certificate2.CreateFromPemFile(path);
        }
        catch (CryptographicException e)
        {
            throw new SettingsException($"{Name}: {path} is damaged: {e.Message} Remove it for a new certificate authority.");
        }

        if (!certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority))
        {
            throw new SettingsException($"{Name}: {path} is no certificate authority.");
        }

        return certificate.NotAfter > now
            ? new CertificateAuthority(certificate)
            : throw new SettingsException(
                $"{Name}: {path} expired on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}. Remove it for a new certificate authority.");
    }

    private static string KeyAndCertificate(CertificateAuthority authority)
    {
        using var key = authority.Certificate.GetECDsaPrivateKey()!;
        return $"{authority.Pem}{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    // Nobody ever sees half a file, and of two who make it at once the first one's counts.
    private static void Write(string path, string text, UnixFileMode mode, bool overwrite)
    {
        var draft = $"{path}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        try
        {
            using (var writer = new StreamWriter(draft, options))
            {
                writer.Write(text);
            }

            File.Move(draft, path, overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            // Another process was faster.
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
