using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EdgeZone.Emulator.Testing;
using EdgeZone.Emulator.Testing.Control;

namespace EdgeZone.Emulator.Tests.Connections;

/// <summary>The same API over TLS, for clients that trust the local authority.</summary>
public class HttpsTests
{
    [Theory]
    [InlineData("1.1", SslProtocols.Tls12)]
    [InlineData("1.1", SslProtocols.Tls13)]
    [InlineData("2.0", SslProtocols.Tls12)]
    [InlineData("2.0", SslProtocols.Tls13)]
    public async Task Both_versions_of_http_are_spoken_over_both_of_tls(string version, SslProtocols protocols)
    {
        await using var emulator = await StartAsync();
        using var client = SecureClient.Create(emulator.CertificateAuthority, emulator.SecureEndpoint, protocols);

        using var response = await client.SendAsync(SecureClient.Call($"{emulator.SecureEndpoint}", new Version(version)));

        Assert.Equal(new Version(version), response.Version);
        Assert.Contains("\"ZoneSet\"", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task One_world_is_behind_both_addresses()
    {
        await using var emulator = await StartAsync();
        using var secure = SecureClient.Create(emulator.CertificateAuthority, emulator.SecureEndpoint);
        using var plain = new HttpClient();

        Assert.Equal(Uri.UriSchemeHttp, emulator.Endpoint.Scheme);
        Assert.Equal(Uri.UriSchemeHttps, emulator.SecureEndpoint.Scheme);
        Assert.NotEqual(emulator.Endpoint.Port, emulator.SecureEndpoint.Port);
        await AnswerAsync(secure, $"{emulator.SecureEndpoint}");
        await AnswerAsync(plain, $"{emulator.Endpoint}");
        var calls = await new ControlPlaneClient(emulator.CreateClient()).Sandbox("default").ListCallsAsync();
        Assert.Equal(2, calls.Total);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("edgezone.tencentcloudapi.com")]
    [InlineData("edgezone.intl.tencentcloudapi.com")]
    [InlineData("edgezone.ap-guangzhou.tencentcloudapi.com")]
    [InlineData("EdgeZone.AP-Singapore.TencentCloudAPI.com")]
    [InlineData("edgezone.na-siliconvalley.intl.tencentcloudapi.com")]
    [InlineData("edgezone.internal.tencentcloudapi.com")]
    [InlineData("edgezone.tencentcloud.com")]
    [InlineData("emulator")]
    [InlineData("cloud.test")]
    [InlineData("edgezone.example.com")]
    public async Task A_name_that_is_the_emulators_has_a_certificate(string name)
    {
        await using var emulator = await StartAsync(("Https:Names:0", "edgezone.example.com"));
        using var client = SecureClient.Create(emulator.CertificateAuthority, emulator.SecureEndpoint);

        Assert.Contains("\"ZoneSet\"", await AnswerAsync(client, $"https://{name}/"));
    }

    [Theory]
    [InlineData("www.example.com")]
    [InlineData("cvm.tencentcloudapi.com")]
    [InlineData("edgezone.evil.example.com")]
    public async Task Somebody_elses_name_has_none(string name)
    {
        await using var emulator = await StartAsync();

        var (shown, errors) = await SecureClient.ShakeHandsAsync(emulator.CertificateAuthority, emulator.SecureEndpoint, name);

        Assert.Equal(SslPolicyErrors.RemoteCertificateNameMismatch, errors);
        Assert.Equal("CN=localhost", shown.Subject);
    }

    [Fact]
    public async Task What_is_issued_is_what_clients_ask_of_a_servers_certificate()
    {
        await using var emulator = await StartAsync();
        var authority = emulator.CertificateAuthority;

        var (shown, errors) = await SecureClient.ShakeHandsAsync(authority, emulator.SecureEndpoint, "localhost");

        Assert.Equal(SslPolicyErrors.None, errors);
        Assert.True(authority.Extensions.OfType<X509BasicConstraintsExtension>().Single() is { CertificateAuthority: true, Critical: true });
        Assert.False(authority.HasPrivateKey);
        Assert.Equal(
            X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, authority.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        Assert.False(shown.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.Equal("1.3.6.1.5.5.7.3.1", shown.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages[0].Value);
        Assert.True(shown.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().Single().KeyIdentifier!.Value.Span.SequenceEqual(
            authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.Span));
        Assert.InRange(shown.NotAfter - shown.NotBefore, TimeSpan.FromDays(1), TimeSpan.FromDays(398));
    }

    [Fact]
    public async Task A_host_with_a_scheme_is_understood_over_tls_too()
    {
        await using var emulator = await StartAsync();
        using var client = await RawClient.ConnectAsync(emulator.SecureEndpoint);

        await client.SendAsync(
            $"POST / HTTP/1.1\r\nHost: https://127.0.0.1:{emulator.SecureEndpoint.Port}\r\nX-TC-Action: DescribeZones\r\nContent-Length: 2\r\n\r\n{{}}");

        Assert.Contains("\"ZoneSet\"", await client.ReadAnswerAsync());
    }

    [Fact]
    public async Task Without_it_there_is_no_secure_endpoint()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();

        Assert.Contains("EdgeZoneEmulatorOptions.Https", Assert.Throws<InvalidOperationException>(() => emulator.SecureEndpoint).Message);
    }

    [Fact]
    public async Task The_certificate_to_trust_is_told_to_everybody()
    {
        await using var emulator = await StartAsync(("Control:Token", "s3cret"), ("Control:Enabled", "false"));
        using var client = emulator.CreateClient();

        var pem = await new ControlPlaneClient(client).GetAuthorityCertificateAsync();

        Assert.Equal(emulator.CertificateAuthority, X509Certificate2.CreateFromPem(pem));
        Assert.DoesNotContain("PRIVATE", pem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Http_2_is_spoken_without_tls_to_who_knows_it()
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        using var client = new HttpClient();

        using var response = await client.SendAsync(SecureClient.Call($"{emulator.Endpoint}", new Version(2, 0)));

        Assert.Equal(new Version(2, 0), response.Version);
        Assert.Contains("\"ZoneSet\"", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("P", "\"ZoneSet\"")]
    [InlineData("PRI", "\"UnsupportedProtocol\"")]
    public async Task What_only_begins_like_http_2_is_read_to_its_end(string beginning, string answer)
    {
        await using var emulator = await EdgeZoneEmulator.StartAsync();
        using var client = await RawClient.ConnectAsync(emulator.Endpoint);

        await client.SendAsync(beginning);
        await client.SendAsync("OST / HTTP/1.1\r\nHost: a\r\nX-TC-Action: DescribeZones\r\nContent-Length: 2\r\n\r\n{}");

        Assert.Contains(answer, await client.ReadAnswerAsync());
    }

    private static Task<EdgeZoneEmulator> StartAsync(params (string Name, string Value)[] settings) => EdgeZoneEmulator.StartAsync(options =>
    {
        options.Https = true;
        foreach (var (name, value) in settings)
        {
            options.Settings[name] = value;
        }
    });

    private static async Task<string> AnswerAsync(HttpClient client, string url)
    {
        using var response = await client.SendAsync(SecureClient.Call(url));
        return await response.Content.ReadAsStringAsync();
    }
}
