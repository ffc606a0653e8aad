using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using EdgeZone.Emulator.Certificates;
using EdgeZone.Emulator.Settings;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Tests.Connections;
using EdgeZone.Emulator.Tests.Hosting;

namespace EdgeZone.Emulator.Tests.Certificates;

/// <summary>What is kept in files: an authority that outlives the process, and a certificate of the user's own.</summary>
public sealed class KeptAuthorityTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;

    private string KeyFile => Path.Combine(_directory, "ca", KeptAuthority.KeyFile);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task It_is_the_same_after_a_restart()
    {
        X509Certificate2 first;
        await using (var emulator = await StartAsync(("Https:Directory", Path.Combine(_directory, "ca"))))
        {
            first = emulator.CertificateAuthority;
        }

        await using var again = await StartAsync(("Https:Directory", Path.Combine(_directory, "ca")));
        var (_, errors) = await SecureClient.ShakeHandsAsync(first, again.SecureEndpoint, "edgezone.tencentcloudapi.com");

        Assert.Equal(SslPolicyErrors.None, errors);
    }

    [Fact]
    public void Its_key_is_its_owners_alone_and_its_certificate_everybodys()
    {
        var authority = Open();
        var copy = Path.Combine(_directory, "ca", KeptAuthority.CertificateFile);

        Assert.Equal(authority.Pem, File.ReadAllText(copy));
        Assert.Equal([copy, KeyFile], Directory.GetFiles(Path.Combine(_directory, "ca")).OrderDescending());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
            Assert.True(File.GetUnixFileMode(copy).HasFlag(UnixFileMode.OtherRead));
        }
    }

    [Fact]
    public async Task Who_makes_it_at_once_gets_the_same()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(Open)));

        Assert.Single(made.Select(authority => authority.Pem).Distinct());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n")]
    public void A_damaged_one_is_named(string text)
    {
        Open();
        File.WriteAllText(KeyFile, text);

        Assert.StartsWith($"Emulator:Https:Directory: {KeyFile} is damaged", Refused());
    }

    [Fact]
    public void Half_a_file_is_damaged()
    {
        Open();
        File.WriteAllText(KeyFile, File.ReadAllText(KeyFile)[..^40]);

        Assert.StartsWith($"Emulator:Https:Directory: {KeyFile} is damaged", Refused());
    }

    [Fact]
    public void One_that_has_expired_is_named_with_the_day() => Assert.StartsWith(
        $"Emulator:Https:Directory: {KeyFile} expired on 2009-12-29",
        Assert.Throws<SettingsException>(() =>
        {
            KeptAuthority.Open(Path.Combine(_directory, "ca"), new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero));
            Open();
        }).Message);

    [Fact]
    public void A_certificate_that_is_no_authority_is_refused()
    {
        var authority = Open();
        using var leaf = authority.Issue(["localhost"], DateTimeOffset.UtcNow);
        using var key = leaf.GetECDsaPrivateKey()!;
        File.WriteAllText(KeyFile, leaf.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());

        Assert.StartsWith($"Emulator:Https:Directory: {KeyFile} is no certificate authority", Refused());
    }

    [Fact]
    public void A_directory_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(_directory, "file");
        File.WriteAllText(file, "");

        var refusal = Assert.Throws<SettingsException>(() => KeptAuthority.Open(Path.Combine(file, "ca"), DateTimeOffset.UtcNow)).Message;

        Assert.StartsWith($"Emulator:Https:Directory: '{file}/ca' cannot keep", refusal);
    }

    [Fact]
    public async Task A_certificate_of_the_users_own_is_shown_with_what_leads_to_its_root()
    {
        var authority = CertificateAuthority.Create(DateTimeOffset.UtcNow);
        var (certificate, key) = WritePair(authority, DateTimeOffset.UtcNow);
        await using var emulator = await StartAsync(("Https:Certificate", certificate), ("Https:Key", key));

        var (shown, errors) = await SecureClient.ShakeHandsAsync(authority.Certificate, emulator.SecureEndpoint, "edgezone.example.com");

        Assert.Equal(SslPolicyErrors.None, errors);
        Assert.Equal("CN=edgezone.example.com", shown.Subject);
        Assert.Contains("Https:Certificate", Assert.Throws<InvalidOperationException>(() => emulator.CertificateAuthority).Message);
    }

    [Fact]
    public async Task It_may_come_out_of_pipes()
    {
        var (certificate, key) = WritePair(CertificateAuthority.Create(DateTimeOffset.UtcNow), DateTimeOffset.UtcNow);
        using var certificates = new NamedPipe();
        using var keys = new NamedPipe();
        var written = Task.WhenAll(certificates.WriteAsync(await File.ReadAllTextAsync(certificate)), keys.WriteAsync(await File.ReadAllTextAsync(key)));

        await using var emulator = await Task.Run(() => StartAsync(("Https:Certificate", certificates.Path), ("Https:Key", keys.Path))).WaitAsync(Patience);

        await written;
        Assert.NotNull(emulator.SecureEndpoint);
    }

    [Fact]
    public async Task A_pair_that_cannot_be_used_is_named()
    {
        var (certificate, key) = WritePair(CertificateAuthority.Create(DateTimeOffset.UtcNow), DateTimeOffset.UtcNow);
        var (otherCertificate, _) = WritePair(CertificateAuthority.Create(DateTimeOffset.UtcNow), DateTimeOffset.UtcNow);
        var (expired, itsKey) = WritePair(CertificateAuthority.Create(DateTimeOffset.UtcNow.AddYears(-3)), DateTimeOffset.UtcNow.AddYears(-3));
        var missing = Path.Combine(_directory, "missing.pem");

        Assert.StartsWith($"Emulator:Https:Certificate: '{missing}' cannot be read", await RefusedAsync(missing, key));
        Assert.StartsWith($"Emulator:Https:Certificate: '{key}' has no certificate", await RefusedAsync(key, key));
        Assert.StartsWith($"Emulator:Https:Key: '{missing}' cannot be read", await RefusedAsync(certificate, missing));
        Assert.StartsWith($"Emulator:Https:Key: '{certificate}' cannot be read", await RefusedAsync(certificate, certificate));
        Assert.StartsWith($"Emulator:Https:Key: '{key}' cannot be read", await RefusedAsync(otherCertificate, key));
        Assert.StartsWith($"Emulator:Https:Certificate: '{expired}' expired on ", await RefusedAsync(expired, itsKey));
    }

    private static Task<EdgeZoneEmulator> StartAsync(params (string Name, string Value)[] settings) => EdgeZoneEmulator.StartAsync(options =>
    {
        options.Https = true;
        foreach (var (name, value) in settings)
        {
            options.Settings[name] = value;
        }
    });

    private static async Task<string> RefusedAsync(string certificate, string key) => (await Assert.ThrowsAsync<InvalidOperationException>(
        () => StartAsync(("Https:Certificate", certificate), ("Https:Key", key)))).Message;

    private CertificateAuthority Open() => KeptAuthority.Open(Path.Combine(_directory, "ca"), DateTimeOffset.UtcNow);

    private string Refused() => Assert.Throws<SettingsException>(Open).Message;

    private (string Certificate, string Key) WritePair(CertificateAuthority authority, DateTimeOffset now)
    {
        using var leaf = authority.Issue(["edgezone.example.com"], now);
        using var key = leaf.GetECDsaPrivateKey()!;
        var certificateFile = Path.Combine(_directory, Path.GetRandomFileName());
        var keyFile = Path.Combine(_directory, Path.GetRandomFileName());
        File.WriteAllText(certificateFile, $"{leaf.ExportCertificatePem()}\n{authority.Pem}");
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (certificateFile, keyFile);
    }
}
