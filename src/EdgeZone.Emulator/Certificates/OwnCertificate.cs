using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EdgeZone.Emulator.Settings;

namespace EdgeZone.Emulator.Certificates;

/// <summary>A pair of the user's own, as PEM files.</summary>
internal static class OwnCertificate
{
    private const string Section = $"{EmulatorSettings.Section}:Https";

    /// <exception cref="SettingsException">A file cannot be read, or the two do not belong together; the message names it.</exception>
    public static SslStreamCertificateContext Read(string certificatePath, string keyPath, DateTimeOffset now)
    {
        var chain = new X509Certificate2Collection();
        // Read once: from a pipe it comes only once.
        var certificates = "";
        Reading("Certificate", certificatePath, () => chain.ImportFromPem(certificates = File.ReadAllText(certificatePath)));
        if (chain.Count == 0)
        {
            throw new SettingsException($"{Section}:Certificate: '{certificatePath}' has no certificate in it.");
        }

        if (chain[0].NotAfter <= now)
        {
            throw new SettingsException($"{Section}:Certificate: '{certificatePath}' expired on {chain[0].NotAfter.ToUniversalTime():yyyy-MM-dd}.");
        }

        X509Certificate2? pair = null;
        Reading("Key", keyPath, () => pair = X509Certificate2.CreateFromPem(certificates, File.ReadAllText(keyPath)));
        chain.RemoveAt(0);
        return ServerCertificates.Context(pair!, chain);
    }

    private static void Reading(string setting, string path, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException($"{Section}:{setting}: '{path}' cannot be read: {e.Message}");
        }
    }
}
